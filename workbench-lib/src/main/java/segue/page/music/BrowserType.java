package segue.page.music;

import java.util.Optional;
import java.util.Set;
import segue.audio.decode.SoundKind;

/** Which recordings browsers play as they are, and under which content type (by what the file holds, not by its name). */
final class BrowserType {
    static final String WAV = "audio/wav";

    private static final Set<String> PLAIN_SAMPLES =
            Set.of("pcm_u8", "pcm_s16le", "pcm_s24le", "pcm_s32le", "pcm_f32le");
    private static final Set<String> OF_OGG = Set.of("vorbis", "opus", "flac");
    private static final Set<String> OF_WEBM = Set.of("vorbis", "opus");

    private BrowserType() {}

    /** Empty where browsers have to be given another copy. */
    static Optional<String> of(SoundKind kind) {
        Set<String> names = Set.of(kind.container().split(","));
        String codec = kind.codec();
        if (names.contains("mp3") && codec.equals("mp3")) {
            return Optional.of("audio/mpeg");
        }
        if (names.contains("ogg") && OF_OGG.contains(codec)) {
            return Optional.of("audio/ogg");
        }
        if (names.contains("flac") && codec.equals("flac")) {
            return Optional.of("audio/flac");
        }
        if (names.contains("wav") && PLAIN_SAMPLES.contains(codec)) {
            return Optional.of(WAV);
        }
        if (names.contains("mp4") && (codec.equals("aac") || codec.equals("mp3"))) {
            return Optional.of("audio/mp4");
        }
        if (names.contains("aac") && codec.equals("aac")) {
            return Optional.of("audio/aac");
        }
        return names.contains("webm") && OF_WEBM.contains(codec) ? Optional.of("audio/webm") : Optional.empty();
    }
}
