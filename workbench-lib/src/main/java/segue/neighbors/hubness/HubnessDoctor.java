package segue.neighbors.hubness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import segue.matrix.FloatMatrix;
import segue.neighbors.Distance;
import segue.neighbors.Metric;
import segue.neighbors.NeighborIndex;
import segue.neighbors.NeighborTable;
import segue.neighbors.ProgressListener;
import segue.neighbors.RowSample;
import segue.neighbors.Search;
import segue.neighbors.hubness.HubnessTrial.Verdict;

/** Tries every reduction on a space, reports before and after, and refuses those that make it worse. */
public final class HubnessDoctor {
    private static final int HUBS = 5;

    private final FloatMatrix space;
    private final int[] rows;
    private final RowLabels labels;
    private final Distance distance;
    private final DoctorOptions options;
    private final List<HubnessTrial> trials = new ArrayList<>();
    private double[] plainPrecision;

    private HubnessDoctor(FloatMatrix space, int[] rows, RowLabels labels, Distance distance, DoctorOptions options) {
        this.space = space;
        this.rows = rows;
        this.labels = labels;
        this.distance = distance;
        this.options = options;
    }

    /** With the {@linkplain DoctorOptions#defaults default options}. */
    public static HubnessReport examine(FloatMatrix data, Metric metric, RowLabels labels) {
        return examine(data, new Distance(metric), labels, DoctorOptions.defaults());
    }

    /**
     * Costs the candidates of every row (twice where centring is of use), and about as much again for mutual proximity;
     * for gaussian proximity the distances to its references;
     * {@code 24 * candidates} bytes a row.
     *
     * @param data shape {@code (rows, columns)}
     * @param labels of as many rows, or {@link RowLabels#none()}
     * @throws IllegalArgumentException if the labels are of another number of rows
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; it stays marked as interrupted
     */
    public static HubnessReport examine(FloatMatrix data, Distance distance, RowLabels labels, DoctorOptions options) {
        if (labels.rows() >= 0 && labels.rows() != data.rows()) {
            throw new IllegalArgumentException("the labels are of %d rows but the space has %d: give one a row"
                    .formatted(labels.rows(), data.rows()));
        }
        int[] rows = sample(data.rows(), options);
        boolean all = rows.length == data.rows();
        return new HubnessDoctor(all ? data : data.selectRows(rows), rows, labels.select(rows), distance, options)
                .report(data.rows());
    }

    private static int[] sample(int of, DoctorOptions options) {
        if (of <= options.sample()) {
            return IntStream.range(0, of).toArray();
        }
        int[] drawn = RowSample.of(of, options.sample(), new Random(options.seed()));
        Arrays.sort(drawn);
        return drawn;
    }

    private HubnessReport report(int of) {
        List<HubnessReduction> useful = options.tried().stream()
                .filter(reduction -> reduction.uselessBy(distance.metric()).isEmpty())
                .toList();
        List<String> notTried = options.tried().stream()
                .flatMap(reduction -> reduction.uselessBy(distance.metric()).stream())
                .toList();
        NeighborTable plain =
                graph(NeighborIndex.of(space, distance, options.reduction().backend()), 0, useful.size());
        NeighborLists lists = new NeighborLists(plain);
        for (int i = 0; i < useful.size(); i++) {
            HubnessReduction reduction = useful.get(i);
            measure(
                    reduction,
                    switch (reduction) {
                        case NONE -> plain;
                        case MUTUAL_PROXIMITY, GAUSSIAN_PROXIMITY, LOCAL_SCALING ->
                            reranked(lists, reduction, i, useful.size());
                        case CENTRING ->
                            graph(
                                    new CentredIndex(
                                            space, distance, options.reduction().backend()),
                                    i,
                                    useful.size());
                    });
        }
        OptionalDouble chance =
                labels.haveGenres() ? GenrePrecision.byChance(labels, options.seed()) : OptionalDouble.empty();
        return new HubnessReport(
                distance.metric().label(),
                rows.length,
                of,
                trials.getFirst().hubness().k(),
                labels.haveArtists(),
                chance,
                Judgement.of(trials),
                notTried);
    }

    private NeighborTable graph(NeighborIndex index, int part, int parts) {
        return index.graph(Search.nearest(options.reduction().candidates())
                .withoutSelf()
                .onThreads(options.reduction().threads())
                .reporting(progress(part, parts)));
    }

    private NeighborTable reranked(NeighborLists lists, HubnessReduction reduction, int part, int parts) {
        ReductionOptions quiet = options.reduction().reporting(ProgressListener.NONE);
        SecondaryDistance secondary = reduction == HubnessReduction.GAUSSIAN_PROXIMITY
                ? new GaussianProximity(space, distance, quiet)
                : SecondaryDistance.ofLists(reduction, lists, quiet);
        NeighborTable graph = lists.graph();
        return Reranking.table(
                graph.queries(), graph.k(), options.reduction().threads(), progress(part, parts), row -> {
                    var around = graph.of(row);
                    return Reranking.of(around, secondary.ofRow(row, around, around), graph.k());
                });
    }

    private ProgressListener progress(int part, int parts) {
        return (done, total) -> options.reduction().progress().answered(part * total + done, parts * total);
    }

    private void measure(HubnessReduction reduction, NeighborTable ranked) {
        Hubness hubness = Hubness.of(ranked, Math.min(options.k(), ranked.k()));
        List<Hubness.Hub> hubs = hubness.hubs(HUBS, labels::name).stream()
                .map(hub -> new Hubness.Hub(rows[hub.row()], hub.name(), hub.occurrences()))
                .toList();
        Optional<Interval> precision = Optional.empty();
        Optional<Interval> gain = Optional.empty();
        if (labels.haveGenres()) {
            double[] ofRows = GenrePrecision.ofRows(ranked, labels, options.k());
            plainPrecision = reduction == HubnessReduction.NONE ? ofRows : plainPrecision;
            precision = interval(ofRows);
            gain = reduction == HubnessReduction.NONE
                    ? gain
                    : interval(GenrePrecision.differences(ofRows, plainPrecision));
        }
        trials.add(new HubnessTrial(reduction, hubness, hubs, precision, gain, Verdict.BASELINE, ""));
    }

    private Optional<Interval> interval(double... ofRows) {
        double[] counted = GenrePrecision.counted(ofRows);
        return counted.length == 0 ? Optional.empty() : Optional.of(Interval.of(counted));
    }
}
