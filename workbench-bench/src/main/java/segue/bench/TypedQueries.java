package segue.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import segue.catalog.Catalog;
import segue.catalog.Track;

/**
 * What people would type to find a song of a catalogue: its first artist and its title up to " - Live" or "(Remix)", in
 * lower case. Only songs that this pair names alone are asked for, so that it is clear which song is meant. Seeded.
 */
final class TypedQueries {
    /** How the text departs from artist and title. */
    enum Manner {
        EXACT,
        /** The last word is typed to its half. */
        COMPLETED,
        /** A letter of a word of four letters or more is wrong, missing, doubled with another or swapped with the next. */
        ONE_TYPO,
        /** Two words have changed places. */
        SWAPPED
    }

    /** A text and the row of the song that is meant. */
    record Query(String text, int row) {}

    private final Catalog catalog;
    private final List<Integer> unambiguous;
    private final SplittableRandom random;

    TypedQueries(Catalog catalog, long seed) {
        this.catalog = catalog;
        this.random = new SplittableRandom(seed);
        Map<String, Integer> count = new HashMap<>();
        catalog.tracks().forEach(track -> count.merge(text(track), 1, Integer::sum));
        Predicate<Track> usable =
                track -> !track.artists().isEmpty() && text(track).chars().anyMatch(Character::isLetter);
        unambiguous = new ArrayList<>();
        for (int row = 0; row < catalog.size(); row++) {
            Track track = catalog.track(row);
            if (usable.test(track) && count.get(text(track)) == 1) {
                unambiguous.add(row);
            }
        }
    }

    List<Query> draw(int n, Manner manner) {
        List<Query> queries = new ArrayList<>(n);
        while (queries.size() < n) {
            int row = unambiguous.get(random.nextInt(unambiguous.size()));
            String[] words = text(catalog.track(row)).split("\\s+");
            boolean done = switch (manner) {
                case EXACT -> true;
                case COMPLETED -> shorten(words);
                case ONE_TYPO -> mistype(words);
                case SWAPPED -> swap(words);
            };
            if (done) {
                queries.add(new Query(String.join(" ", words), row));
            }
        }
        return queries;
    }

    /** What stands in the search field after each key, for {@code songs} songs, half of them with a typing mistake. */
    List<String> keystrokes(int songs) {
        List<String> texts = new ArrayList<>();
        for (Manner manner : List.of(Manner.EXACT, Manner.ONE_TYPO)) {
            for (Query query : draw(songs / 2, manner)) {
                for (int length = 1; length <= query.text().length(); length++) {
                    texts.add(query.text().substring(0, length));
                }
            }
        }
        return texts;
    }

    static String text(Track track) {
        String artist = track.artists().isEmpty() ? "" : track.artists().getFirst() + " ";
        return (artist + track.name().split(" - | \\(| \\[", 2)[0]).strip().toLowerCase(Locale.ROOT);
    }

    private static boolean shorten(String[] words) {
        int last = words.length - 1;
        words[last] = words[last].substring(0, (words[last].length() + 1) / 2);
        return true;
    }

    private boolean swap(String[] words) {
        if (words.length < 2) {
            return false;
        }
        int i = random.nextInt(words.length);
        int j = (i + 1 + random.nextInt(words.length - 1)) % words.length;
        String other = words[i];
        words[i] = words[j];
        words[j] = other;
        return !words[i].equals(words[j]);
    }

    private boolean mistype(String[] words) {
        int[] long4 = IntStream.range(0, words.length)
                .filter(i -> words[i].length() >= 4 && words[i].chars().allMatch(Character::isLetter))
                .toArray();
        if (long4.length == 0) {
            return false;
        }
        int w = long4[random.nextInt(long4.length)];
        String word = words[w];
        int at = random.nextInt(word.length());
        String before = word.substring(0, at);
        String after = word.substring(at + 1);
        char letter = (char) ('a' + random.nextInt(26));
        words[w] = switch (random.nextInt(4)) {
            case 0 -> before + letter + after;
            case 1 -> before + letter + word.charAt(at) + after;
            case 2 -> before + after;
            default -> after.isEmpty() ? before : before + after.charAt(0) + word.charAt(at) + after.substring(1);
        };
        return !words[w].equals(word);
    }
}
