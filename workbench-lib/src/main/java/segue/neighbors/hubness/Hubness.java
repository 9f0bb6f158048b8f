package segue.neighbors.hubness;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import segue.neighbors.NeighborTable;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How unevenly the rows of a space are found: the k-occurrence {@code N_k(x)} of a row is the number of other rows that
 * have it among their k nearest. Its mean is k whatever the space; in spaces of many dimensions a few rows, the hubs, take
 * most of the slots, and many, the anti-hubs, are never found (Radovanović, Nanopoulos and Ivanović, Hubs in Space, Journal
 * of Machine Learning Research 11, 2010).
 *
 * @param k neighbours that every row has in the graph
 * @param occurrences {@code N_k} of each row
 */
public record Hubness(int k, int[] occurrences) {
    /**
     * A row that is found often.
     *
     * @param row its number
     * @param name of the row, {@code "row 17"} where none is known
     * @param occurrences how many rows have it among their k nearest
     */
    public record Hub(int row, String name, int occurrences) {}

    /** Of a k-NN graph in which no row is its own neighbour, as {@code index.graph(k)} gives it. */
    public static Hubness of(NeighborTable graph) {
        return of(graph, graph.k());
    }

    /**
     * Of the first {@code k} neighbours in a graph that has more.
     *
     * @throws IllegalArgumentException if the graph has fewer, or a neighbour that is no row of it
     */
    public static Hubness of(NeighborTable graph, int k) {
        if (k < 0 || k > graph.k()) {
            throw new IllegalArgumentException(
                    "k must be in [0, %d], the neighbours of a row in this graph, but was %d".formatted(graph.k(), k));
        }
        int[] occurrences = new int[graph.queries()];
        for (int query = 0; query < graph.queries(); query++) {
            for (int i = 0; i < k; i++) {
                int row = graph.rows()[query * graph.k() + i];
                if (row < 0 || row >= occurrences.length) {
                    throw new IllegalArgumentException(
                            "row %d has neighbour %d, but the table is of %d queries: hubness is of a graph, where every row is a query"
                                    .formatted(query, row, occurrences.length));
                }
                occurrences[row]++;
            }
        }
        return new Hubness(k, occurrences);
    }

    /**
     * {@code E[(N_k - E N_k)^3] / sd(N_k)^3}, with the population's standard deviation: 0 where the counts lie evenly around
     * their mean (or are all equal), about 1 where hubs begin to show, 2 and more where they rule.
     */
    public double skewness() {
        double mean = Arrays.stream(occurrences).average().orElse(0);
        double squares = 0;
        double cubes = 0;
        for (int count : occurrences) {
            double difference = count - mean;
            squares += difference * difference;
            cubes += difference * difference * difference;
        }
        int n = occurrences.length;
        return squares > 0 ? cubes / n / Math.pow(squares / n, 1.5) : 0;
    }

    /** The share of rows that no other row has among its k nearest, 0 to 1. */
    public double antihubShare() {
        return shareOf(Arrays.stream(occurrences).filter(count -> count == 0).count(), occurrences.length);
    }

    /**
     * The share of all slots that the most frequent rows take, 0 to 1; where all rows were found alike it would be {@code
     * share} itself.
     *
     * @param share of the rows, in (0, 1], such as 0.01; at least one row is counted
     */
    public double slotsOfTop(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("the share of rows must be in (0, 1] but was " + share);
        }
        int[] ascending = occurrences.clone();
        Arrays.sort(ascending);
        int top = (int) Math.ceil(share * ascending.length);
        long taken = IntStream.range(ascending.length - top, ascending.length)
                .mapToLong(i -> ascending[i])
                .sum();
        return shareOf(taken, slots());
    }

    /** The share of slots that would have to change hands for all rows to be found alike (Robin Hood index), 0 to 1. */
    public double robinHood() {
        double mean = (double) slots() / Math.max(1, occurrences.length);
        double above = Arrays.stream(occurrences)
                .mapToDouble(count -> Math.max(0, count - mean))
                .sum();
        return slots() == 0 ? 0 : above / slots();
    }

    /** The largest k-occurrence. */
    public int largest() {
        return Arrays.stream(occurrences).max().orElse(0);
    }

    /** The {@code n} rows found most often, most often first, ties by ascending row. */
    public List<Hub> hubs(int n) {
        return hubs(n, row -> "row " + row);
    }

    /** The same with the names of the rows. */
    public List<Hub> hubs(int n, IntFunction<String> names) {
        return IntStream.range(0, occurrences.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer row) -> -occurrences[row]))
                .limit(n)
                .map(row -> new Hub(row, names.apply(row), occurrences[row]))
                .toList();
    }

    /**
     * The {@code n} rows found most often as a table: row, name, how many found it.
     *
     * @param names one a row
     */
    public Table hubTable(int n, List<?> names) {
        if (names.size() != occurrences.length) {
            throw new IllegalArgumentException(
                    "%d names were given for %d rows: give one a row".formatted(names.size(), occurrences.length));
        }
        Table table = Table.create(
                "Hubs", IntColumn.create("row"), StringColumn.create("name"), IntColumn.create("found by"));
        for (Hub hub : hubs(n, row -> String.valueOf(names.get(row)))) {
            table.intColumn(0).append(hub.row());
            table.stringColumn(1).append(hub.name());
            table.intColumn(2).append(hub.occurrences());
        }
        return table;
    }

    private long slots() {
        return (long) k * occurrences.length;
    }

    private static double shareOf(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** {@code "5,000 rows, k=10: skewness 1.23, anti-hubs 4.5 %, the top 1 % of rows take 6.1 % of the slots, …"}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d rows, k=%d: skewness %.2f, anti-hubs %.1f %%, the top 1 %% of rows take %.1f %% of the slots, largest N_k %,d",
                occurrences.length,
                k,
                skewness(),
                100 * antihubShare(),
                100 * slotsOfTop(0.01),
                largest());
    }
}
