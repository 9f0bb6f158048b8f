/**
 * The commands of {@code ./segue spark}. Each is a class of its own that reads options, asks a room of this module for the
 * work, and says what came of it: data goes to files, a JSON object to stdout with {@code --json}, the rest to stderr.
 *
 * <pre>{@code
 * ./segue spark neighbours --data songs.parquet --k 10 --out neighbours.parquet --master spark://127.0.0.1:7077
 * }</pre>
 */
package segue.spark.cli;
