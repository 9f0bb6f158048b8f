/**
 * Exact k nearest and k farthest neighbours, behind one interface.
 *
 * <pre>{@code
 * FloatMatrix songs = Scaler.standard(catalog.features()).transform(catalog.features());
 * NeighborIndex index = NeighborIndex.of(songs, Metric.EUCLIDEAN);          // SIMD where the JVM has it
 * Neighbors six = index.nearest(songs.row(17), 6);                          // row 17 itself comes first
 * NeighborTable all = index.nearest(songs, 10);                             // a batch, on every core
 * }</pre>
 *
 * <p>{@link segue.neighbors.Backend#SCALAR} is plain Java and the oracle of the others; {@code simd} holds everything
 * that touches the Vector API. Both add the terms of a distance in the same order with fused multiply-add, so they give
 * the same rows and the same distances to the last bit.
 *
 * <p>Cost: one query reads the whole matrix once, about 0.1 ms for 100,000 songs of 9 features with 512-bit vectors; an
 * index holds one copy of the data.
 */
package segue.neighbors;
