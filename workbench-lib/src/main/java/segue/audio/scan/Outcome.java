package segue.audio.scan;

import java.util.Optional;

/** What came of reading a recording; the same for the same bytes. */
sealed interface Outcome {
    /**
     * A recording that was heard.
     *
     * @param seconds of sound
     * @param isSilent no frame has an RMS of {@value Listener#SILENT_BELOW}
     * @param values of the descriptors, in the order of their names
     * @param warning what is wrong with the file although it was heard
     */
    record Heard(
            SongTags tags,
            double seconds,
            boolean isSilent,
            float[] values,
            Fingerprint fingerprint,
            Optional<String> warning)
            implements Outcome {}

    /** @param reason in words for the owner of the file, without its name */
    record Unusable(String reason) implements Outcome {}
}
