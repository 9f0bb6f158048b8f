/**
 * Sound as samples in memory: what all measuring begins with.
 *
 * <pre>{@code
 * Signal song = Signal.read(Path.of("song.mp3"));        // one channel, 22,050 Hz
 * song.seconds();                                        // 215.4
 * song.resampled(16_000).writeWav(Path.of("song.wav"));
 * }</pre>
 *
 * <p>An hour takes 318 MB at 22,050 Hz; {@link segue.audio.decode.AudioStream} reads what is too long in blocks.
 */
package segue.audio.signal;
