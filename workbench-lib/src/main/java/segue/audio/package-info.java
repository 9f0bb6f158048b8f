/**
 * From a recording to numbers.
 *
 * <pre>{@code
 * Descriptors row = Descriptors.of(Path.of("song.mp3"));          // one row of named means and variances
 * double brightness = row.get("spectral_centroid_mean").orElseThrow();
 * FrameFeatures frames = FrameFeatures.of(Path.of("song.mp3"));   // the same frame by frame, by name
 * FloatMatrix mfcc = frames.values().get("mfcc");
 * }</pre>
 *
 * <p>A recording is read and measured piece by piece ({@code decode}, {@code spectrum}): memory grows by about 700 bytes a
 * frame of 23 ms, most of them the mel spectrogram, never by the samples. Everything is measured at 22,050 Hz in one
 * channel, so rows of different files can be compared.
 */
package segue.audio;
