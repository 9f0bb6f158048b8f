package segue.audio.decode;

import java.util.Optional;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Loader;

/** Whether recordings can be decoded in this JVM: the first question loads FFmpeg's libraries, later ones cost nothing. */
public final class AudioSupport {
    private AudioSupport() {}

    /** Why not, one sentence; empty where it can. */
    public static Optional<String> absence() {
        return Loaded.ABSENCE;
    }

    /**
     * The version of FFmpeg in use, as {@code 8.0.1}.
     *
     * @throws UnsupportedOperationException saying why, where there is none
     */
    public static String version() {
        require();
        return avutil.av_version_info().getString();
    }

    /** @throws UnsupportedOperationException saying why, where nothing can be decoded */
    static void require() {
        if (Loaded.ABSENCE.isPresent()) {
            throw new UnsupportedOperationException(Loaded.ABSENCE.get());
        }
    }

    private static final class Loaded {
        static final Optional<String> ABSENCE = load();

        private static Optional<String> load() {
            // JavaCPP refuses to work where the process, mapped files included, is larger than four times the heap.
            System.getProperties().putIfAbsent("org.bytedeco.javacpp.maxPhysicalBytes", "0");
            try {
                Loader.load(avutil.class);
                Loader.load(avcodec.class);
                Loader.load(avformat.class);
                // FFmpeg's own complaints name no file and no remedy; ours do.
                avutil.av_log_set_level(avutil.AV_LOG_QUIET);
                return Optional.empty();
            } catch (LinkageError missing) {
                String reason =
                        String.valueOf(missing.getMessage()).lines().findFirst().orElse("");
                return Optional.of(
                        "Recordings cannot be decoded: FFmpeg's libraries for %s on %s cannot be loaded (%s). Build Segue on this machine, so that they are fetched for it."
                                .formatted(System.getProperty("os.name"), System.getProperty("os.arch"), reason));
            }
        }
    }
}
