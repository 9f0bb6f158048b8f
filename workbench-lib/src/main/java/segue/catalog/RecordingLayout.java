package segue.catalog;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import segue.audio.similarity.Ingredient;

/**
 * What the columns of a table of recordings mean, as {@code ./segue features} writes it, told from its header in any order.
 *
 * @param tags where each tag stands
 * @param space what is measured
 * @param descriptors where each name of {@link RecordingSpace#all()} stands
 * @param ignored columns that are not used
 */
record RecordingLayout(Map<Tag, Integer> tags, RecordingSpace space, List<Integer> descriptors, List<String> ignored) {
    private static final int MAX_NAMES_SHOWN = 12;

    /** What is said of a recording beside what is measured, and the names it goes by. */
    enum Tag {
        PATH("path", "id"),
        TITLE("title", "name"),
        ARTIST("artist", "artists"),
        YEAR("year"),
        GENRE("genre", "genres"),
        DURATION_SECONDS("duration_seconds"),
        DURATION_MILLIS("duration_ms"),
        KEY("key"),
        MODE("mode"),
        SAME_RECORDING_AS("same_recording_as");

        private final List<String> names;

        Tag(String... names) {
            this.names = List.of(names);
        }
    }

    /** Whether the header is one of recordings: with a path or descriptors, and without the nine features. */
    static boolean fits(List<String> header) {
        List<String> names = lowerCase(header);
        boolean songs =
                Field.needed().stream().allMatch(field -> field.in(names).isPresent());
        return !songs && (names.contains("path") || names.contains("mfcc1_mean"));
    }

    static RecordingLayout detect(String file, List<String> header) {
        List<String> names = lowerCase(header);
        Map<Tag, Integer> tags = new EnumMap<>(Tag.class);
        for (Tag tag : Tag.values()) {
            tag.names.stream()
                    .map(names::indexOf)
                    .filter(column -> column >= 0)
                    .findFirst()
                    .ifPresent(column -> tags.put(tag, column));
        }
        List<String> missing = new ArrayList<>(Ingredient.missingFrom(names));
        if (!tags.containsKey(Tag.PATH)) {
            missing.addFirst("path");
        }
        if (!missing.isEmpty()) {
            throw new CatalogException(
                    file,
                    1,
                    "this is no complete table of recordings: it lacks " + shortened(missing),
                    "Make it again with ./segue features FOLDER --out features.csv");
        }
        RecordingSpace space = RecordingSpace.in(names);
        List<Integer> descriptors = space.all().stream().map(names::indexOf).toList();
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (!tags.containsValue(i) && !descriptors.contains(i)) {
                ignored.add(header.get(i).isEmpty() ? "(unnamed)" : CleaningLog.bounded(header.get(i)));
            }
        }
        return new RecordingLayout(tags, space, descriptors, List.copyOf(ignored));
    }

    CleaningReport.Mapping mapping(String file, List<String> header) {
        Map<String, String> mapped = new LinkedHashMap<>();
        tags.forEach((tag, column) -> mapped.put(tag.name().toLowerCase(Locale.ROOT), header.get(column)));
        List<String> names = space.all();
        for (int i = 0; i < names.size(); i++) {
            mapped.put(names.get(i), header.get(descriptors.get(i)));
        }
        return new CleaningReport.Mapping(file, "recordings", mapped, ignored);
    }

    static String shortened(List<String> names) {
        int more = names.size() - MAX_NAMES_SHOWN;
        return String.join(", ", names.subList(0, Math.min(names.size(), MAX_NAMES_SHOWN)))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static List<String> lowerCase(List<String> header) {
        return header.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }
}
