package segue.neighbors.gpu;

import jcuda.driver.CUdeviceptr;

/**
 * Where things of a portion of queries stand in a lane's memory, one after another: first what is sent, then what is
 * answered, then what only the card knows.
 *
 * @param queries in the portion
 * @param k best ones that are looked for at a time
 * @param parts of the rows, each taken by blocks of its own
 */
record Portion(Kernels.Searching kernel, boolean changesQueries, int queries, int k, int parts) {
    /** What the driver's own allocations are aligned to. */
    private static final int ALIGNMENT = 256;

    private static long aligned(long bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    private long vectors() {
        return aligned(4L * queries * kernel.stride());
    }

    long hotAt() {
        return changesQueries ? vectors() : 0;
    }

    long offsetsAt() {
        return hotAt() + vectors();
    }

    long selvesAt() {
        return offsetsAt() + aligned(4L * queries);
    }

    long sentBytes() {
        return selvesAt() + aligned(4L * queries);
    }

    long keysAt() {
        return sentBytes();
    }

    long rowsAt() {
        return keysAt() + aligned(4L * queries * k);
    }

    long answerBytes() {
        return aligned(4L * queries * k) + 4L * queries * k;
    }

    long afterAt() {
        return keysAt() + aligned(answerBytes());
    }

    long boundsAt() {
        return afterAt() + aligned(8L * queries);
    }

    long listsAt() {
        return boundsAt() + aligned(4L * queries);
    }

    long bytes() {
        return listsAt() + 8L * queries * k * parts;
    }

    static CUdeviceptr at(CUdeviceptr memory, long offset) {
        return memory.withByteOffset(offset);
    }
}
