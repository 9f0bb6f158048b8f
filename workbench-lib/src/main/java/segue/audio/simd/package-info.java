/**
 * The arithmetic of {@link segue.audio.spectrum} on vectors: the Fourier transform and what is summed over a spectrum.
 * Nothing else in {@code segue.audio} imports the Vector API ({@code jdk.incubator.vector}); where it is missing
 * ({@link segue.audio.simd.VectorModule}) plain Java does the same, slower.
 *
 * <p>Spectra are worked off sixteen at a time ({@link segue.audio.simd.BlockMath}), each in a lane of its own. Where lanes
 * have to be added up, it is in a fixed order: the Vector API's own reductions of floats add in another when they are
 * interpreted than when they are compiled. So the same samples always give the same bits.
 *
 * <p>Cost: a power spectrum of 2,048 samples in double precision takes 2.1 microseconds of sixteen at a time on vectors of 512
 * bits, 3.0 of 256; one by one 3.7 on either, and vectors of 128 bits are too short for it.
 */
package segue.audio.simd;
