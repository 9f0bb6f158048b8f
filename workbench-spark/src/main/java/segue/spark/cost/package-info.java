/**
 * What an exact search of all pairs will cost before it is run: seconds, tasks, bytes shuffled.
 *
 * <pre>{@code
 * Calibration measured = Calibration.measure(session, new int[] {50_000, 100_000, 200_000}, 13, 10, folder);
 * CostModel model = new CostModel(measured.constants());
 * model.predict(Way.SHUFFLE, 10_000_000, 13, 10, new Cluster(16, 2)).ifPresent(System.out::println);
 * }</pre>
 *
 * <p>Bytes follow from the layout and are exact up to compression. Seconds follow from ten constants that small runs
 * measure; a search by a tree looks at a share of the rows that falls as there are more, which the model has as a power. What
 * it leaves out: stragglers, failures, disks that fill, and a network slower than what it was measured on.
 *
 * <p>Calibrating takes about a minute on two cores.
 */
package segue.spark.cost;
