package segue.recommend.metric;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import segue.catalog.Catalog;
import segue.files.FileKind;
import segue.matrix.FloatMatrix;
import segue.recommend.SongSpace;

/**
 * Where songs that are labelled alike lie near to each other: a network learns labels from the {@linkplain SongNumbers numbers}
 * of songs, and a song's point is {@code sqrt(p)} of the probabilities that it gives the labels. The euclidean distance of two
 * points is {@code sqrt(2)} times the Hellinger distance of their labels, 0 to {@code sqrt(2)}. The labels of the songs that are
 * placed are not asked for.
 *
 * <pre>{@code
 * LearnedMetric metric = LearnedMetric.fit(labelled, labels, MetricOptions.defaults());
 * Recommender recommender = Recommender.of(songs, metric.space(songs));
 * recommender.recommend(Request.of(row)).getFirst().inNumbers(false);
 *                           // both are latin pop (.41 and .38); differs most in hip hop (.02 and .10)
 * }</pre>
 */
public final class LearnedMetric {
    static final FileKind KIND = new FileKind("SegueMet", 1, "a learned metric");

    private final SongNumbers numbers;
    private final Network network;
    private final List<String> labels;

    private LearnedMetric(SongNumbers numbers, Network network, List<String> labels) {
        this.numbers = numbers;
        this.network = network;
        this.labels = List.copyOf(labels);
    }

    /**
     * Learns from the songs that have a label; a song of several counts once for each. The scale of the numbers is learned from
     * all songs.
     *
     * @param labels of each row; empty where there are none
     * @throws IllegalArgumentException if there are not as many as songs, or fewer than two different ones
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; it stays marked as interrupted
     */
    public static LearnedMetric fit(Catalog songs, List<? extends Collection<String>> labels, MetricOptions options) {
        if (labels.size() != songs.size()) {
            throw new IllegalArgumentException(
                    "%,d songs need as many sets of labels but got %,d".formatted(songs.size(), labels.size()));
        }
        TreeSet<String> sorted = new TreeSet<>();
        labels.forEach(sorted::addAll);
        List<String> names = List.copyOf(sorted);
        if (names.size() < 2) {
            throw new IllegalArgumentException(
                    "a metric is learned from at least 2 different labels but there were " + names.size());
        }
        SongNumbers numbers = SongNumbers.fit(songs, List.of(SongNumbers.Extra.values()));
        int examples = labels.stream().mapToInt(Collection::size).sum();
        int[] rows = new int[examples];
        int[] numbered = new int[examples];
        int at = 0;
        for (int row = 0; row < labels.size(); row++) {
            for (String label : labels.get(row)) {
                rows[at] = row;
                numbered[at++] = Collections.binarySearch(names, label);
            }
        }
        Network network = NetworkTraining.fit(numbers.of(songs), rows, numbered, names.size(), options);
        return new LearnedMetric(numbers, network, names);
    }

    /**
     * Learns the {@linkplain CommonGenres common genres} of a catalogue from its own labels.
     *
     * @throws UnsupportedOperationException if fewer than two are common enough; the message says what to do
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; it stays marked as interrupted
     */
    public static LearnedMetric ofGenres(Catalog songs) {
        List<List<String>> genres = CommonGenres.defaults().of(songs);
        return fit(
                songs,
                genres,
                MetricOptions.forExamples(genres.stream().mapToInt(List::size).sum()));
    }

    /** What was learned to tell apart, in the order of the columns of {@link #points}. */
    public List<String> labels() {
        return labels;
    }

    /**
     * Songs as points, of any catalogue that has the same features: {@code sqrt} of the probability of each label, so each row
     * has length 1.
     *
     * @return shape {@code (songs, labels)}
     * @throws IllegalArgumentException if the songs have other features
     */
    public FloatMatrix points(Catalog songs) {
        FloatMatrix in = numbers.of(songs);
        float[][] room = network.room();
        float[] probabilities = room[room.length - 1];
        float[] out = new float[Math.multiplyExact(songs.size(), labels.size())];
        for (int row = 0; row < songs.size(); row++) {
            network.forward(in.values(), in.offset(row), room);
            for (int label = 0; label < probabilities.length; label++) {
                out[row * probabilities.length + label] = (float) Math.sqrt(probabilities[label]);
            }
        }
        return FloatMatrix.wrap(songs.size(), labels.size(), out);
    }

    /**
     * Songs as {@link #points} whose distances are told in labels: {@code Recommender.of(songs, metric.space(songs))}.
     *
     * @throws IllegalArgumentException if the songs have other features
     */
    public SongSpace space(Catalog songs) {
        return SongSpace.ofProbabilities(points(songs), labels);
    }

    /** Writes beside the file, then moves the result over it. */
    public void save(Path file) throws IOException {
        KIND.write(file, out -> {
            out.writeInt(labels.size());
            for (String label : labels) {
                out.text(label);
            }
            numbers.write(out);
            network.write(out);
        });
    }

    /** Whether {@link #save} wrote this file. */
    public static boolean isSavedIn(Path file) throws IOException {
        return KIND.is(file);
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @param songs that it is to be used for; their features must be those that it was learned from
     * @throws IOException if the file is another kind, of another version, damaged, or learned from other features
     */
    public static LearnedMetric load(Path file, Catalog songs) throws IOException {
        return KIND.read(file, in -> {
            List<String> labels = new ArrayList<>();
            for (int left = in.count(); left > 0; left--) {
                labels.add(in.text());
            }
            SongNumbers numbers = SongNumbers.read(in, songs.space());
            Network network = Network.read(in);
            if (network.inputs() != numbers.columns().size() || network.outputs() != labels.size()) {
                throw new IllegalArgumentException("its network does not fit its columns and labels");
            }
            return new LearnedMetric(numbers, network, labels);
        });
    }
}
