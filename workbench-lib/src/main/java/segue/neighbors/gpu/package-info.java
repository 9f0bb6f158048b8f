/**
 * Exact search on an NVIDIA card, by the driver alone: no CUDA toolkit is needed, and where there is no driver every reason
 * is one sentence ({@link segue.neighbors.gpu.GpuSupport}).
 *
 * <pre>{@code
 * NeighborIndex index = NeighborIndex.of(songs, Metric.EUCLIDEAN, Backend.GPU);   // the songs go to the card, once
 * NeighborTable graph = index.graph(10);                                          // the same rows, to the last bit
 * }</pre>
 *
 * <p>The way of a search: {@link segue.neighbors.gpu.Screen} says how rows and queries look to the card;
 * {@link segue.neighbors.gpu.GpuEngine} sends queries in portions that fit its memory; a kernel of {@code neighbors.cu},
 * beside this package's resources, screens every pair with one fused multiply-add a column, computes what passes anew by
 * the definition in {@link segue.neighbors.Accumulation}, and keeps the best of each query; another merges what several
 * blocks found. {@code bench/gpu-ptx} makes {@code neighbors.ptx}, which the driver compiles for the card it finds
 * (Turing or newer). {@code segue.neighbors.gpu.Card} and what it hands out are all that touches JCuda.
 *
 * <p>Cost: the data stand on the card once, for squared distances twice (rows as they are, and centred for the screen), each
 * row padded to a multiple of four columns; freed when the index is unreachable. The first use in a process opens the card
 * and compiles one kernel.
 */
package segue.neighbors.gpu;
