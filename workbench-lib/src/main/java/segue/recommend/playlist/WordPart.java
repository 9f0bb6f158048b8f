package segue.recommend.playlist;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segue.catalog.Catalog;
import segue.catalog.TextKey;
import segue.files.FieldInput;
import segue.files.FieldOutput;

/**
 * Words of titles, of two letters or more, that at least three songs have. With q(w) the share of songs that have word w, and
 * count(w) of n seeds,
 *
 * <pre>{@code
 * lo(w)    = log((count(w) + 3 q(w)) / ((n + 3) q(w))),  kept within [-1, 4]
 * value    = sum of lo over the song's words / sqrt(max(words, 3)),  less its mean over the catalogue
 * }</pre>
 *
 * the log odds of a naive Bayes classifier, held back by three songs' worth of what is usual. A song without such words gets 0.
 *
 * @param words there are
 * @param ofSongs numbers of the words of each row, each once
 * @param inAll how many songs have each word
 */
record WordPart(List<String> words, Ragged ofSongs, int[] inAll) implements Part {
    private static final int LEAST_SONGS = 3;
    private static final double PRIOR = 3;
    private static final double LEAST = -1;
    private static final double MOST = 4;

    WordPart {
        if (words.size() != ofSongs.kinds()) {
            throw new IllegalArgumentException("its words do not fit their songs");
        }
    }

    private static WordPart of(List<String> words, Ragged ofSongs) {
        return new WordPart(words, ofSongs, ofSongs.counts());
    }

    static WordPart of(Catalog songs) {
        List<String[]> titles = songs.tracks().stream()
                .map(track -> Arrays.stream(TextKey.of(track.name()).split(" "))
                        .filter(word -> word.length() > 1)
                        .distinct()
                        .toArray(String[]::new))
                .toList();
        Map<String, Integer> counts = new HashMap<>();
        titles.forEach(title -> Arrays.stream(title).forEach(word -> counts.merge(word, 1, Integer::sum)));
        List<String> words = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST_SONGS)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        Map<String, Integer> numbers = new HashMap<>();
        words.forEach(word -> numbers.put(word, numbers.size()));
        return of(
                words,
                Ragged.of(
                        titles.stream()
                                .map(title -> Arrays.stream(title)
                                        .filter(numbers::containsKey)
                                        .mapToInt(numbers::get)
                                        .toArray())
                                .toList(),
                        words.size()));
    }

    @Override
    public PartKind kind() {
        return PartKind.WORDS;
    }

    boolean tellsApart() {
        return !words.isEmpty();
    }

    @Override
    public float[] values(int... seeds) {
        float[] odds = odds(seeds);
        float[] values = new float[ofSongs.rows()];
        double sum = 0;
        int count = 0;
        for (int song = 0; song < values.length; song++) {
            int from = ofSongs.from(song);
            int to = ofSongs.to(song);
            if (from < to) {
                float total = 0;
                for (int i = from; i < to; i++) {
                    total += odds[ofSongs.items()[i]];
                }
                values[song] = (float) (total / Math.sqrt(Math.max(to - from, 3)));
                sum += values[song];
                count++;
            }
        }
        float mean = count == 0 ? 0 : (float) (sum / count);
        for (int song = 0; song < values.length; song++) {
            values[song] -= ofSongs.from(song) < ofSongs.to(song) ? mean : 0;
        }
        return values;
    }

    private float[] odds(int... seeds) {
        int[] inSeeds = new int[words.size()];
        for (int seed : seeds) {
            for (int i = ofSongs.from(seed); i < ofSongs.to(seed); i++) {
                inSeeds[ofSongs.items()[i]]++;
            }
        }
        float[] odds = new float[inSeeds.length];
        for (int word = 0; word < odds.length; word++) {
            double usual = (double) inAll[word] / ofSongs.rows();
            odds[word] = (float) Math.clamp(
                    StrictMath.log((inSeeds[word] + PRIOR * usual) / ((seeds.length + PRIOR) * usual)), LEAST, MOST);
        }
        return odds;
    }

    @Override
    public IntFunction<String> reasons(int... seeds) {
        float[] odds = odds(seeds);
        return song -> reason(odds, song);
    }

    private String reason(float[] odds, int song) {
        String alike = IntStream.range(ofSongs.from(song), ofSongs.to(song))
                .map(i -> ofSongs.items()[i])
                .filter(word -> odds[word] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(word -> -odds[word]))
                .limit(2)
                .map(words::get)
                .collect(Collectors.joining("\" and \""));
        return alike.isEmpty() ? "" : "\"" + alike + "\" in the title";
    }

    @Override
    public void write(FieldOutput out) throws IOException {
        Names.write(out, words);
        ofSongs.write(out);
    }

    static WordPart read(FieldInput in) throws IOException {
        List<String> words = Names.read(in);
        return of(words, Ragged.read(in));
    }
}
