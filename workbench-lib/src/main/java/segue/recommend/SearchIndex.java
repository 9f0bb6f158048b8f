package segue.recommend;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import segue.catalog.Catalog;
import segue.catalog.Track;

/**
 * Which word stands in which recording. Recordings are numbered by falling popularity, ties by ascending row, so that
 * "the more popular first" is "the smaller number first" everywhere. Rows of the same recording are one recording: found
 * by the words of all of them, shown as the most popular row. A missing popularity counts as the median of the known
 * ones.
 *
 * <p>Memory: 4 bytes a word of a song for the postings, and about as much again for titles and artists.
 */
final class SearchIndex {
    private static final int NO_WORD = -1;

    private final int[] rowOf;
    private final Lexicon lexicon;
    private final int[] start;
    private final int[] recordings;
    private final int[][] fields;

    private SearchIndex(int[] rowOf, Lexicon lexicon, int[] start, int[] recordings, int[][] fields) {
        this.rowOf = rowOf;
        this.lexicon = lexicon;
        this.start = start;
        this.recordings = recordings;
        this.fields = fields;
    }

    static SearchIndex of(Catalog catalog) {
        return new Builder(catalog).build();
    }

    Lexicon lexicon() {
        return lexicon;
    }

    /** How many recordings there are. */
    int size() {
        return rowOf.length;
    }

    /** The catalogue's row that stands for a recording. */
    int row(int recording) {
        return rowOf[recording];
    }

    /** Where the {@link #recordings} of a word begin; those of the words {@code from} to {@code to} are one stretch. */
    int start(int word) {
        return start[word];
    }

    /** The recordings of every word, word after word, ascending within a word. Not to be changed. */
    int[] recordings() {
        return recordings;
    }

    /** How many of title and artist consist of the given words: 0, 1 or 2; one artist of several is enough. */
    int wholeFields(int recording, BitSet words) {
        int title = 0;
        int artist = 0;
        boolean inTitle = true;
        boolean all = true;
        int length = 0;
        for (int word : fields[recording]) {
            if (word != NO_WORD) {
                all &= words.get(word);
                length++;
                continue;
            }
            int whole = all && length > 0 ? 1 : 0;
            if (inTitle) {
                title = whole;
            } else {
                artist |= whole;
            }
            inTitle = false;
            all = true;
            length = 0;
        }
        return title + artist;
    }

    private static final class Builder {
        private final Catalog catalog;
        private final Map<String, Integer> idOfWord = new HashMap<>();
        private final Map<String, Words> artists = new HashMap<>();

        Builder(Catalog catalog) {
            this.catalog = catalog;
        }

        SearchIndex build() {
            int[] recordingOf = new int[catalog.size()];
            Arrays.fill(recordingOf, -1);
            int[] rowOf = new int[catalog.size()];
            int[][] words = new int[catalog.size()][];
            int[][] fields = new int[catalog.size()][];
            int size = 0;
            for (int row : byPopularity()) {
                Track track = catalog.track(row);
                int first = track.sameRecordingAs()
                        .map(catalog::rowOf)
                        .orElse(OptionalInt.empty())
                        .orElse(row);
                if (recordingOf[first] < 0) {
                    recordingOf[first] = size;
                    rowOf[size] = row;
                    words[size] = searchable(track);
                    fields[size++] = fields(track);
                } else {
                    int recording = recordingOf[first];
                    words[recording] = IntStream.concat(
                                    Arrays.stream(words[recording]), Arrays.stream(searchable(track)))
                            .distinct()
                            .toArray();
                }
            }
            return sorted(Arrays.copyOf(rowOf, size), Arrays.copyOf(words, size), Arrays.copyOf(fields, size));
        }

        private int[] byPopularity() {
            int[] known = catalog.tracks().stream()
                    .flatMapToInt(track -> track.popularity().stream())
                    .sorted()
                    .toArray();
            int neutral = known.length == 0 ? 0 : known[known.length / 2];
            long[] keys = new long[catalog.size()];
            for (int row = 0; row < keys.length; row++) {
                int popularity = catalog.track(row).popularity().orElse(neutral);
                keys[row] = -(long) popularity << Integer.SIZE | row;
            }
            Arrays.sort(keys);
            return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
        }

        private int[] searchable(Track track) {
            Set<String> all = Words.of(track.name()).searchable();
            track.artists().forEach(artist -> all.addAll(words(artist).searchable()));
            return all.stream().mapToInt(this::id).toArray();
        }

        private int[] fields(Track track) {
            IntStream.Builder ids = IntStream.builder();
            addField(Words.of(head(track.name())).spoken(), ids);
            track.artists().forEach(artist -> addField(words(artist).spoken(), ids));
            return ids.build().toArray();
        }

        private void addField(List<String> spoken, IntStream.Builder ids) {
            spoken.forEach(word -> ids.add(id(word)));
            ids.add(NO_WORD);
        }

        /** "Halo - Live" and "Halo (Remix)" are asked for as "Halo". */
        private static String head(String title) {
            int to = title.length();
            for (String opening : List.of(" - ", " (", " [")) {
                int at = title.indexOf(opening);
                to = at > 0 ? Math.min(to, at) : to;
            }
            return title.substring(0, to);
        }

        private Words words(String artist) {
            return artists.computeIfAbsent(artist, Words::of);
        }

        private int id(String word) {
            Integer known = idOfWord.putIfAbsent(word, idOfWord.size());
            return known == null ? idOfWord.size() - 1 : known;
        }

        /** Renumbers the words in sorted order and turns "words of a recording" into "recordings of a word". */
        private SearchIndex sorted(int[] rowOf, int[][] words, int[][] fields) {
            String[] sorted = idOfWord.keySet().toArray(String[]::new);
            Arrays.sort(sorted);
            int[] rank = new int[sorted.length];
            for (int i = 0; i < sorted.length; i++) {
                rank[idOfWord.get(sorted[i])] = i;
            }
            int[] start = new int[sorted.length + 1];
            for (int[] ofOne : words) {
                for (int word : ofOne) {
                    start[rank[word] + 1]++;
                }
            }
            for (int i = 0; i < sorted.length; i++) {
                start[i + 1] += start[i];
            }
            int[] recordings = new int[start[sorted.length]];
            int[] next = start.clone();
            for (int recording = 0; recording < words.length; recording++) {
                for (int word : words[recording]) {
                    recordings[next[rank[word]]++] = recording;
                }
                int[] field = fields[recording];
                for (int i = 0; i < field.length; i++) {
                    field[i] = field[i] == NO_WORD ? NO_WORD : rank[field[i]];
                }
            }
            return new SearchIndex(rowOf, new Lexicon(sorted), start, recordings, fields);
        }
    }
}
