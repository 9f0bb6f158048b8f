/**
 * Recordings that Segue plays itself: {@link segue.audio.sample.SampleRecording} has eight, a few seconds each, whose notes,
 * tempo and silence are known, for notebooks, examples and tests where no music is at hand.
 *
 * <pre>{@code
 * Signal lark = SampleRecording.LARK_PLUCKED.read();
 * Path folder = SampleRecording.folder();                    // all eight as files, to scan
 * }</pre>
 *
 * <p>They are committed as {@code data/sample/audio/*.flac}. A {@code Tune} (notes in beats) is played in a {@code Timbre}
 * (partials that die away) into a {@code Take} (drums and noise come from a seeded generator), and {@code FlacFile} packs
 * that without loss. {@code StrictMath} and whole numbers throughout: the same bytes on every platform.
 *
 * <p>Cost: a few milliseconds to unpack all, once a program; playing them anew takes about a second.
 */
package segue.audio.sample;
