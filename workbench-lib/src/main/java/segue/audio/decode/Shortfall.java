package segue.audio.decode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was found missing or wrong while a file was decoded to its end.
 *
 * @param decoded seconds
 * @param declared seconds that the file says it has
 * @param endsDamaged whether the last damaged packet was the last of all
 * @param notFinite samples that were no numbers
 */
record Shortfall(
        double decoded, OptionalDouble declared, int sourceRateHz, int damaged, boolean endsDamaged, long notFinite) {
    /** What coders add before and after a sound, in samples: so much may be missing without anybody missing it. */
    private static final int PADDING = 3_000;

    /** In words for the file's owner. */
    Optional<String> in(Path file) {
        List<String> wrong = new ArrayList<>();
        boolean isCut = declared.isPresent() && declared.getAsDouble() - decoded > (double) PADDING / sourceRateHz;
        if (isCut) {
            wrong.add(endsAfter(String.format(Locale.ROOT, " of %.1f s", declared.getAsDouble())));
        } else {
            FileEnd end = FileEnd.of(file);
            isCut = end.isMissing() || endsDamaged;
            if (end.share().isPresent()) {
                wrong.add(endsAfter(String.format(
                        Locale.ROOT, " of about %.1f s", decoded / end.share().getAsDouble())));
            } else if (isCut) {
                wrong.add(endsAfter(" although it should go on: it was cut"));
            }
        }
        int elsewhere = isCut && endsDamaged ? damaged - 1 : damaged;
        if (elsewhere > 0) {
            wrong.add(
                    elsewhere == 1
                            ? "is damaged in one place, which was left out"
                            : "is damaged in %d places, which were left out".formatted(elsewhere));
        }
        if (notFinite > 0) {
            wrong.add("has samples that are no numbers, or far too large, taken for 0");
        }
        return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", wrong));
    }

    private String endsAfter(String rest) {
        return String.format(Locale.ROOT, "ends after %.1f s%s", decoded, rest);
    }
}
