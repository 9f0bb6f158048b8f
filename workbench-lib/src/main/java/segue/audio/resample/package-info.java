/**
 * Changing the sample rate of a sound.
 *
 * <pre>{@code
 * float[] at22k = Resampler.resample(at44k, 44_100, 22_050);   // all at once
 *
 * Resampler resampler = Resampler.of(48_000, 22_050);          // or block by block
 * resampler.write(block, 0, block.length);
 * int count = resampler.read(into, 0, into.length);
 * }</pre>
 *
 * <p>A polyphase filter: each output sample is a sum of products of the samples around its place with taps of a windowed
 * sinc. What lies above the lower rate's Nyquist frequency is taken away by 110 dB or more; up to 0.913 of it nothing changes
 * by more than 0.001 dB. Filters are designed once for a ratio of rates, then shared.
 *
 * <p>Cost: 368 products a sample from 44,100 to 22,050 Hz, 10 ms of CPU for 30 s with vectors of 512 bits; memory is the filter (at most 4 MiB) and twice a block.
 */
package segue.audio.resample;
