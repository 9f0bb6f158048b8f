package segue.projection;

import java.util.Arrays;
import segue.neighbors.NeighborTable;

/**
 * How much every two points belong together: the symmetric {@code p}, whose sum is 1, as rows of those that are not 0. Rows
 * are filled up to whole vectors by affinities of 0 of a point with itself.
 *
 * @param starts of the rows in the other two, and their end; multiples of {@link #PADDED}
 * @param columns points
 * @param values affinities
 * @param information the sum of {@code p log p}
 */
public record Affinities(int[] starts, int[] columns, float[] values, double information) {
    /** The length of a row is a multiple of this. */
    public static final int PADDED = 16;

    private static final int BLOCK = 1 << 10;

    int points() {
        return starts.length - 1;
    }

    /** Affinities of one block of rows, before all are put together. */
    private record Part(int[] lengths, int[] columns, float[] values, double information) {}

    /** Of a perplexity, from the neighbours of every point; distances ascending in a row. */
    static Affinities of(NeighborTable graph, double perplexity, Team team) {
        return symmetric(graph, Perplexity.affinities(graph, perplexity, team), team);
    }

    /**
     * The symmetric affinities {@code (p_ij + p_ji) / 2n}.
     *
     * @param graph the neighbours of every point
     * @param conditional affinities of a point with its neighbours, {@code (points, k)}, of sum 1 a row
     */
    static Affinities symmetric(NeighborTable graph, float[] conditional, Team team) {
        int points = graph.queries();
        Incoming incoming = Incoming.of(graph, conditional);
        Part[] parts = new Part[Math.ceilDiv(points, BLOCK)];
        team.blocks(points, BLOCK, (block, from, to, member) -> {
            parts[block] = part(graph, conditional, incoming, from, to);
        });
        return joined(points, parts, team);
    }

    private static Part part(NeighborTable graph, float[] conditional, Incoming incoming, int from, int to) {
        int k = graph.k();
        int most = incoming.starts[to] - incoming.starts[from] + (to - from) * (k + PADDED);
        int[] columns = new int[most];
        float[] values = new float[most];
        int[] lengths = new int[to - from];
        long[] own = new long[k];
        float scale = (float) (0.5 / graph.queries());
        double information = 0;
        int end = 0;
        for (int i = from; i < to; i++) {
            int start = end;
            for (int e = 0; e < k; e++) {
                own[e] = (long) graph.rows()[i * k + e] << 32 | Float.floatToRawIntBits(conditional[i * k + e]);
            }
            Arrays.sort(own);
            int in = incoming.starts[i];
            int lastIn = incoming.starts[i + 1];
            int out = 0;
            while (out < k || in < lastIn) {
                int outColumn = out < k ? (int) (own[out] >>> 32) : Integer.MAX_VALUE;
                int inColumn = in < lastIn ? incoming.from[in] : Integer.MAX_VALUE;
                float sum = 0;
                if (outColumn <= inColumn) {
                    sum += Float.intBitsToFloat((int) own[out++]);
                }
                if (inColumn <= outColumn) {
                    sum += incoming.values[in++];
                }
                if (sum > 0) {
                    columns[end] = Math.min(outColumn, inColumn);
                    values[end++] = sum * scale;
                    information += (double) sum * scale * Math.log((double) sum * scale);
                }
            }
            while ((end - start) % PADDED != 0) {
                columns[end++] = i;
            }
            lengths[i - from] = end - start;
        }
        return new Part(lengths, Arrays.copyOf(columns, end), Arrays.copyOf(values, end), information);
    }

    private static Affinities joined(int points, Part[] parts, Team team) {
        int[] starts = new int[points + 1];
        double information = 0;
        long end = 0;
        int row = 0;
        for (Part part : parts) {
            for (int length : part.lengths) {
                end += length;
                starts[++row] = Math.toIntExact(end);
            }
            information += part.information;
        }
        int[] columns = new int[starts[points]];
        float[] values = new float[starts[points]];
        team.run(parts.length, (task, member) -> {
            int at = starts[task * BLOCK];
            System.arraycopy(parts[task].columns, 0, columns, at, parts[task].columns.length);
            System.arraycopy(parts[task].values, 0, values, at, parts[task].values.length);
            parts[task] = null;
        });
        return new Affinities(starts, columns, values, information);
    }

    /** The same points under other numbers: number {@code i} is what was {@code order[i]}. */
    Affinities reordered(int[] order, Team team) {
        int points = points();
        int[] numbers = new int[points];
        int[] newStarts = new int[points + 1];
        for (int i = 0; i < points; i++) {
            numbers[order[i]] = i;
            newStarts[i + 1] = newStarts[i] + starts[order[i] + 1] - starts[order[i]];
        }
        int[] newColumns = new int[columns.length];
        float[] newValues = new float[values.length];
        team.blocks(points, BLOCK, (block, from, to, member) -> {
            for (int i = from; i < to; i++) {
                int start = starts[order[i]];
                int length = newStarts[i + 1] - newStarts[i];
                for (int e = 0; e < length; e++) {
                    newColumns[newStarts[i] + e] = numbers[columns[start + e]];
                }
                System.arraycopy(values, start, newValues, newStarts[i], length);
            }
        });
        return new Affinities(newStarts, newColumns, newValues, information);
    }

    /** Of every point those that have it among their neighbours, in ascending order, and how much they belong to it. */
    private record Incoming(int[] starts, int[] from, float[] values) {
        static Incoming of(NeighborTable graph, float[] conditional) {
            int points = graph.queries();
            int k = graph.k();
            int[] next = new int[points + 1];
            for (int neighbor : graph.rows()) {
                next[neighbor + 1]++;
            }
            Arrays.parallelPrefix(next, Integer::sum);
            int[] starts = next.clone();
            int[] from = new int[points * k];
            float[] values = new float[points * k];
            for (int i = 0, e = 0; i < points; i++) {
                for (int last = e + k; e < last; e++) {
                    int at = next[graph.rows()[e]]++;
                    from[at] = i;
                    values[at] = conditional[e];
                }
            }
            return new Incoming(starts, from, values);
        }
    }
}
