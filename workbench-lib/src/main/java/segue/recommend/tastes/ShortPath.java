package segue.recommend.tastes;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** A short way through all places, open at its end, from a given place or from any. */
final class ShortPath {
    /** Up to here the shortest is found. */
    static final int EXACT = 12;

    /** Of the greedy paths so many are improved. */
    private static final int IMPROVED = 8;

    private static final double LEAST_GAIN = 1e-9;

    private ShortPath() {}

    /**
     * @param steps shape {@code (n, n)}, symmetric
     * @param first place, or -1 for any
     */
    static int[] of(double[][] steps, int first) {
        if (steps.length <= 2 && first < 0) {
            return IntStream.range(0, steps.length).toArray();
        }
        return steps.length <= EXACT ? shortest(steps, first) : improved(steps, first);
    }

    static double length(double[][] steps, int... path) {
        double length = 0;
        for (int i = 1; i < path.length; i++) {
            length += steps[path[i - 1]][path[i]];
        }
        return length;
    }

    /** Dynamic programming over sets of places: the shortest way through a set that ends in one of it. */
    private static int[] shortest(double[][] steps, int first) {
        int n = steps.length;
        double[][] way = new double[1 << n][n];
        int[][] before = new int[1 << n][n];
        for (double[] of : way) {
            Arrays.fill(of, Double.POSITIVE_INFINITY);
        }
        for (int i = 0; i < n; i++) {
            way[1 << i][i] = first < 0 || first == i ? 0 : Double.POSITIVE_INFINITY;
        }
        for (int set = 1; set < 1 << n; set++) {
            for (int end = 0; end < n; end++) {
                for (int next = 0; next < n && way[set][end] < Double.POSITIVE_INFINITY; next++) {
                    int larger = set | 1 << next;
                    double length = way[set][end] + steps[end][next];
                    if (larger != set && length < way[larger][next]) {
                        way[larger][next] = length;
                        before[larger][next] = end;
                    }
                }
            }
        }
        int set = (1 << n) - 1;
        double[] whole = way[set];
        int end = IntStream.range(0, n)
                .boxed()
                .min(Comparator.comparingDouble(i -> whole[i]))
                .orElseThrow();
        int[] path = new int[n];
        for (int i = n - 1; i >= 0; i--) {
            path[i] = end;
            int previous = before[set][end];
            set &= ~(1 << end);
            end = previous;
        }
        return path;
    }

    /** The best of the shortest greedy paths after improving each. */
    static int[] improved(double[][] steps, int first) {
        return IntStream.range(0, steps.length)
                .filter(start -> first < 0 || start == first)
                .mapToObj(start -> greedy(steps, start))
                .sorted(Comparator.comparingDouble(path -> length(steps, path)))
                .limit(IMPROVED)
                .map(path -> improve(steps, path, first < 0 ? 0 : 1))
                .min(Comparator.comparingDouble(path -> length(steps, path)))
                .orElseThrow();
    }

    private static int[] greedy(double[][] steps, int start) {
        int n = steps.length;
        int[] path = IntStream.range(0, n).toArray();
        swap(path, 0, start);
        for (int i = 1; i < n; i++) {
            int nearest = i;
            for (int j = i + 1; j < n; j++) {
                double shorter = steps[path[i - 1]][path[nearest]] - steps[path[i - 1]][path[j]];
                if (shorter > 0 || shorter == 0 && path[j] < path[nearest]) {
                    nearest = j;
                }
            }
            swap(path, i, nearest);
        }
        return path;
    }

    private static void swap(int[] path, int i, int j) {
        int swap = path[i];
        path[i] = path[j];
        path[j] = swap;
    }

    private static int[] improve(double[][] steps, int[] path, int fixed) {
        boolean better = true;
        while (better) {
            better = turn(steps, path, fixed);
            better |= move(steps, path, fixed);
        }
        return path;
    }

    /** The step between two neighbours of the path; none beyond its ends. */
    private static double step(double[][] steps, int[] path, int from, int to) {
        return from < 0 || to >= path.length ? 0 : steps[path[from]][path[to]];
    }

    /** Turns every stretch whose turning shortens the way. */
    private static boolean turn(double[][] steps, int[] path, int fixed) {
        boolean better = false;
        for (int i = fixed; i < path.length - 1; i++) {
            for (int j = i + 1; j < path.length; j++) {
                double gain = step(steps, path, i - 1, i)
                        + step(steps, path, j, j + 1)
                        - step(steps, path, i - 1, j)
                        - (j + 1 < path.length ? steps[path[i]][path[j + 1]] : 0);
                if (gain > LEAST_GAIN) {
                    reverse(path, i, j);
                    better = true;
                }
            }
        }
        return better;
    }

    /** Moves every stretch of up to three to where it shortens the way, turned or not. */
    private static boolean move(double[][] steps, int[] path, int fixed) {
        boolean better = false;
        int[] tried = new int[path.length];
        for (int size = 1; size <= 3; size++) {
            for (int from = fixed; from + size <= path.length; from++) {
                for (int to = fixed; to + size <= path.length; to++) {
                    if (to == from) {
                        continue;
                    }
                    for (boolean turned : new boolean[] {false, true}) {
                        if (gain(steps, path, from, to, size, turned) > LEAST_GAIN) {
                            shift(path, tried, from, to, size);
                            if (turned) {
                                reverse(path, to, to + size - 1);
                            }
                            better = true;
                        }
                    }
                }
            }
        }
        return better;
    }

    /** What is saved when the stretch stands at {@code to} in the path without it. */
    private static double gain(double[][] steps, int[] path, int from, int to, int size, boolean turned) {
        int last = from + size - 1;
        int left = to <= from ? to - 1 : to + size - 1;
        int right = left + 1;
        int head = path[turned ? last : from];
        int tail = path[turned ? from : last];
        double closed = from > 0 && last + 1 < path.length ? steps[path[from - 1]][path[last + 1]] : 0;
        double opened = left >= 0 && right < path.length ? steps[path[left]][path[right]] : 0;
        double before = step(steps, path, from - 1, from) + step(steps, path, last, last + 1) + opened;
        double after = closed
                + (left >= 0 ? steps[path[left]][head] : 0)
                + (right < path.length ? steps[tail][path[right]] : 0);
        return before - after;
    }

    private static void shift(int[] path, int[] room, int from, int to, int size) {
        System.arraycopy(path, from, room, 0, size);
        if (to < from) {
            System.arraycopy(path, to, path, to + size, from - to);
        } else {
            System.arraycopy(path, from + size, path, from, to - from);
        }
        System.arraycopy(room, 0, path, to, size);
    }

    private static void reverse(int[] path, int from, int to) {
        for (int i = from, j = to; i < j; i++, j--) {
            swap(path, i, j);
        }
    }
}
