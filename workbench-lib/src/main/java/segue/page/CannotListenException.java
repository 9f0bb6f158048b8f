package segue.page;

import java.io.IOException;

/** The page could not take its port; the message is one sentence for the person who started it. */
public final class CannotListenException extends IOException {
    private static final long serialVersionUID = 1L;

    CannotListenException(String message, Throwable cause) {
        super(message, cause);
    }
}
