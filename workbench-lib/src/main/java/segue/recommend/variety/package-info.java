/**
 * The dial between similar and varied songs.
 *
 * <pre>{@code
 * VarietyDial dial = VarietyDial.of(catalog);
 * Neighbors ten = dial.like(row, VarietyOptions.of(10).withLambda(0.3));
 * Neighbors unknown = dial.like(row, VarietyOptions.of(10).withLambda(0.3).withNovelty(0.5));
 * }</pre>
 *
 * <p>{@link segue.recommend.variety.VarietyDial#choose} does the same with candidates that somebody else has found and filtered.
 *
 * <p>Cost: one search for the pool, then {@code n × pool} distances, each computed once.
 */
package segue.recommend.variety;
