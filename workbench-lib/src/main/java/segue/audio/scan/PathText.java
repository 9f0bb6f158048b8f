package segue.audio.scan;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Names of files as text that leads back to the file. */
public final class PathText {
    private PathText() {}

    /**
     * The path as it is written; where its bytes are no text in this system's encoding, its URI, which keeps them
     * ({@code file:///music/caf%E9.mp3}).
     */
    public static String of(Path path) {
        String text = path.toString();
        try {
            if (Path.of(text).equals(path)) {
                return text;
            }
        } catch (InvalidPathException noText) {
            // told as a URI
        }
        return path.toUri().toString();
    }
}
