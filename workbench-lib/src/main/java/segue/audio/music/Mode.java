package segue.audio.music;

import java.util.Locale;

/** The two modes that keys are told apart by. */
public enum Mode {
    MAJOR,
    MINOR;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
