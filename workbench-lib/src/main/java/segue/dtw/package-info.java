/**
 * Dynamic time warping: how alike two recordings are when either may be slower or faster for a while, exactly.
 *
 * <pre>{@code
 * FloatMatrix a = FrameFeature.MFCC.of(Signal.read(Path.of("a.mp3")));       // a frame every 23 ms, 20 values each
 * FloatMatrix b = FrameFeature.MFCC.of(Signal.read(Path.of("b.ogg")));
 * double whole = Dtw.distance(a, b);                                         // as librosa.sequence.dtw
 * DtwOptions tenth = DtwOptions.defaults().withBand(0.1);                    // time is warped by a tenth at most
 * Alignment path = Dtw.align(a, b, tenth);                                   // path.rows()[i] meets path.columns()[i]
 * double straight = AlignedCosine.of(a, b).similarity();                     // not warped, to compare with
 *
 * DtwMatches five = DtwSearch.of(candidates, tenth).onThreads(2).nearest(a, 5);
 * System.out.println(five.effort());                                         // how many were spared
 * }</pre>
 *
 * <p>The way of a pair: {@link segue.dtw.LocalCost} prepares the frames (cosine takes unit vectors) so that sums of squares
 * or of absolute differences are all that is left; a {@link segue.dtw.Grid} says which cells count; a
 * {@link segue.dtw.WarpKernel} goes through it and keeps a single row, and {@link segue.dtw.Directions} where a path is
 * wanted. {@code simd} has the kernel that touches the Vector API: strips of as many rows as a vector has lanes, along
 * anti-diagonals. The other one is plain Java, and both give the same distances and paths to the last bit.
 *
 * <p>Cost, of two sequences of 1,292 frames of 20 values (30 seconds) on one thread of a Xeon with AVX-512: 1.7 ms, in a band
 * of a tenth 0.35 ms, with the path 2.0 ms; in plain Java 33 ms. The first pair waits for the vector code to be compiled,
 * a second or so. The five nearest of 1,000 such excerpts of real recordings, in that band: 40 to 60 ms, since 6 to 9 of the
 * 1,000 are gone through to the end; where every candidate is about as far off as every other, nothing can be spared, and it
 * takes as long as 1,000 pairs. A search keeps two copies of its candidates.
 *
 * <p>FastDTW is left out: exact warping is as quick. With radius 1 its distances were 0.4 % too large in the median of twelve
 * pairs of excerpts and 4.7 % at worst, with radius 10 up to 0.9 %, in 0.9 and 4.1 ms of plain Java.
 */
package segue.dtw;
