package segue.feedback;

/** How often something was met. */
public record Count(String label, int times) {}
