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
 * @param songsWith rows that have each word
 */
record WordPart(List<String> words, Ragged ofSongs, Ragged songsWith) implements Part {
    private static final int LEAST_SONGS = 3;
    private static final double PRIOR = 3;
    private static final double LEAST = -1;
    private static final double MOST = 4;

    /** Words of one title, beyond which a title without any word of the seeds counts as if it had no more. */
    private static final int MANY = 200;

    WordPart {
        if (words.size() != ofSongs.kinds()) {
            throw new IllegalArgumentException("its words do not fit their songs");
        }
    }

    private static WordPart of(List<String> words, Ragged ofSongs) {
        return new WordPart(words, ofSongs, ofSongs.turned());
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
        float[] values = ofNoneOf(seeds);
        IntStream.of(seeds).flatMap(this::wordsOf).distinct().forEach(word -> {
            for (int i = songsWith.from(word); i < songsWith.to(word); i++) {
                int song = songsWith.items()[i];
                float total = 0;
                for (int w = ofSongs.from(song); w < ofSongs.to(song); w++) {
                    total += odds[ofSongs.items()[w]];
                }
                values[song] = value(total, ofSongs.to(song) - ofSongs.from(song));
            }
        });
        double sum = 0;
        int count = 0;
        for (int song = 0; song < values.length; song++) {
            sum += values[song];
            count += ofSongs.from(song) < ofSongs.to(song) ? 1 : 0;
        }
        float mean = count == 0 ? 0 : (float) (sum / count);
        for (int song = 0; song < values.length; song++) {
            values[song] -= ofSongs.from(song) < ofSongs.to(song) ? mean : 0;
        }
        return values;
    }

    private IntStream wordsOf(int song) {
        return Arrays.stream(ofSongs.items(), ofSongs.from(song), ofSongs.to(song));
    }

    /** The values of songs as if none had a word of the seeds, as most have not: they differ by the number of words alone. */
    private float[] ofNoneOf(int... seeds) {
        float[] byWords = new float[MANY + 1];
        float total = 0;
        for (int count = 1; count <= MANY; count++) {
            total += absent(seeds.length);
            byWords[count] = value(total, count);
        }
        float[] values = new float[ofSongs.rows()];
        for (int song = 0; song < values.length; song++) {
            values[song] = byWords[Math.min(MANY, ofSongs.to(song) - ofSongs.from(song))];
        }
        return values;
    }

    private static float value(float total, int words) {
        return (float) (total / Math.sqrt(Math.max(words, 3)));
    }

    private static float absent(int seeds) {
        return (float) Math.max(LEAST, StrictMath.log(PRIOR / (seeds + PRIOR)));
    }

    private float[] odds(int... seeds) {
        int[] inSeeds = new int[words.size()];
        for (int seed : seeds) {
            for (int i = ofSongs.from(seed); i < ofSongs.to(seed); i++) {
                inSeeds[ofSongs.items()[i]]++;
            }
        }
        float[] odds = new float[inSeeds.length];
        Arrays.fill(odds, absent(seeds.length));
        for (int word = 0; word < odds.length; word++) {
            if (inSeeds[word] > 0) {
                double usual = (double) (songsWith.to(word) - songsWith.from(word)) / ofSongs.rows();
                double ratio = (inSeeds[word] + PRIOR * usual) / ((seeds.length + PRIOR) * usual);
                odds[word] = (float) Math.clamp(StrictMath.log(ratio), LEAST, MOST);
            }
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
