package segue.audio.decode;

import java.util.Set;

/** Marks of copy protection: what is encrypted is refused, never played as noise. */
final class Protection {
    static final String REASON = "is protected by its shop (DRM) and cannot be decoded: use a copy without protection";

    /** Sample descriptions of MP4: Apple's FairPlay, ISO common encryption, Audible. */
    private static final Set<Integer> TAGS = Set.of(tag("drms"), tag("drmi"), tag("enca"), tag("encv"), tag("aavd"));

    private Protection() {}

    static boolean marks(int codecTag) {
        return TAGS.contains(codecTag);
    }

    private static int tag(String name) {
        return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
    }
}
