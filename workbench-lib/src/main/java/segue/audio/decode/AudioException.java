package segue.audio.decode;

import java.nio.file.Path;

/** Why a recording cannot be used, in words for its owner. */
public final class AudioException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;

    /** @param reason what is wrong with it, and what to do; without the name of the file */
    public AudioException(Path file, String reason) {
        super(file + ": " + reason);
        this.reason = reason;
    }

    /** What is wrong, without the name of the file. */
    public String reason() {
        return reason;
    }
}
