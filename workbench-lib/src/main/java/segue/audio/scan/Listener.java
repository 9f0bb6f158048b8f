package segue.audio.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import segue.audio.Descriptors;
import segue.audio.FrameFeatures;
import segue.audio.decode.AudioException;
import segue.audio.signal.Signal;

/** Listens to one recording: decodes it once and takes from its sound all that a scan wants. */
final class Listener {
    /** -80 dB of full scale, as the RMS of a frame. */
    static final float SILENT_BELOW = 1e-4f;

    private final List<String> names;
    private final Optional<FrameFiles> frames;

    /** @param names of the descriptors that are expected of every recording */
    Listener(List<String> names, Optional<FrameFiles> frames) {
        this.names = names;
        this.frames = frames;
    }

    /** Whether files of frames are wanted of this recording that are not there. */
    boolean lacksFrames(Path file, Entry entry) {
        return entry.outcome() instanceof Outcome.Heard
                && frames.isPresent()
                && !frames.get().has(file, entry.sha256());
    }

    /**
     * Decodes a recording that was heard before, for its frames alone.
     *
     * @throws IOException if the recording cannot be read any more
     */
    void writeFrames(Path file, String sha256) throws IOException {
        try {
            writeFrames(file, sha256, FrameFeatures.of(file));
        } catch (AudioException changed) {
            throw new FileSystemException(file.toString(), null, changed.reason());
        }
    }

    /**
     * Decodes a recording and takes from it all that is wanted.
     *
     * @throws UncheckedIOException if frames cannot be written
     */
    Outcome listen(Path file, String sha256) {
        try {
            List<String> warnings = new ArrayList<>();
            FrameFeatures features = FrameFeatures.of(file, warnings::add);
            Descriptors descriptors = Descriptors.of(features);
            if (!descriptors.names().equals(names)) {
                throw new IllegalStateException(
                        "the descriptors of " + file + " are not those of other recordings: " + descriptors.names());
            }
            writeFrames(file, sha256, features);
            return new Outcome.Heard(
                    SongTags.read(file),
                    (double) features.samples() / Signal.DEFAULT_RATE_HZ,
                    isSilent(features),
                    descriptors.values(),
                    Fingerprint.of(features.values().get("melspectrogram")),
                    warnings.stream().findFirst());
        } catch (AudioException unusable) {
            return new Outcome.Unusable(unusable.reason());
        }
    }

    private void writeFrames(Path file, String sha256, FrameFeatures features) {
        if (frames.isPresent()) {
            try {
                frames.get().write(file, sha256, features);
            } catch (IOException notWritten) {
                throw new UncheckedIOException(notWritten);
            }
        }
    }

    private static boolean isSilent(FrameFeatures features) {
        for (float rms : features.values().get("rms").values()) {
            if (rms >= SILENT_BELOW) {
                return false;
            }
        }
        return true;
    }
}
