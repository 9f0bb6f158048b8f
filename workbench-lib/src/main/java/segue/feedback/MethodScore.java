package segue.feedback;

/**
 * What listeners think of one method's recommendations.
 *
 * @param scores the average of the scores that were given, 0 to 10; likes and dislikes are not among them
 * @param likes of the likes and dislikes, the share that are likes, 0 to 1
 */
public record MethodScore(String method, MeanInterval scores, MeanInterval likes) {}
