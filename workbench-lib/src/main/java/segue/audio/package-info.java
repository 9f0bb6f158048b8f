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
 * <p>A recording is read and measured piece by piece ({@code decode}, {@code spectrum}): about 800 bytes are kept
 * of a frame of 23 ms, most of them the mel spectrogram, none of them samples: two hours take 7.5 s of one core and fit into
 * a heap of 500 MB. Everything is measured at 22,050 Hz in one channel, so rows of different files can be compared.
 */
package segue.audio;
