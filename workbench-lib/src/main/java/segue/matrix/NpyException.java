package segue.matrix;

import java.io.IOException;

/** A file is not the {@code .npy} matrix that was expected; the message names the file, what was found and expected. */
public final class NpyException extends IOException {
    private static final long serialVersionUID = 1L;

    public NpyException(String message) {
        super(message);
    }
}
