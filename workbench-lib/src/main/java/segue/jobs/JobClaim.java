package segue.jobs;

/**
 * A job that was taken to be worked on.
 *
 * @param number how often the job was taken, this time included: tells this claim from an earlier one that came to nothing
 */
public record JobClaim(JobId id, int number, byte[] payload) {}
