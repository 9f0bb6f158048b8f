package segue.feedback;

import java.time.LocalDate;

/** How many likes, dislikes and scores came in on a day. */
public record DayOfOpinions(LocalDate day, int likes, int dislikes, int scores) {}
