/**
 * How loud a recording is to listeners, and how much that changes: loudness and loudness range of EBU R 128, and the dynamic
 * range that records are compared by.
 *
 * {@snippet :
 * Signal signal = Signal.read(Path.of("song.mp3"));
 * Loudness loudness = Loudness.of(signal);                 // -14.2 LUFS, range 6.1 LU
 * double range = DynamicRange.of(signal).decibels();       // 9.4
 * }
 *
 * <p>Both are gathered block by block too ({@link segue.audio.loudness.LoudnessMeter},
 * {@link segue.audio.loudness.DynamicRangeMeter}) and keep a few numbers a second of music.
 *
 * <p><b>One channel.</b> Segue mixes to one channel before it measures, and a single channel is measured as BS.1770 measures
 * a mono programme: once. Played on two loudspeakers it is 3.01 LU louder
 * ({@link segue.audio.loudness.Loudness#onTwoSpeakers}), which is what a stereo file of two equal channels measures. What
 * differs between two channels is partly lost in the mix, so that a wide stereo recording measures up to 6 LU less than
 * its two channels together.
 */
package segue.audio.loudness;
