package segue.neighbors.gpu;

import java.util.ArrayList;
import java.util.List;
import jcuda.Pointer;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.JCudaDriver;
import segue.matrix.FloatMatrix;

/**
 * The rows of an index on the card: as they are, as the screen takes them, and what the screen's sums of them begin with.
 * Freed once, by whoever comes first: {@link GpuEngine#close}, or the cleaner that watches the engine.
 */
final class CardRows implements Runnable {
    /** Floats that are padded and sent at a time. */
    private static final int PORTION = 1 << 22;

    private final CUdeviceptr rows;
    private final CUdeviceptr screened;
    private final CUdeviceptr terms;
    private final int count;
    private final Card card;
    private final List<CUdeviceptr> memory = new ArrayList<>();
    private boolean freed;

    CardRows(Card card, FloatMatrix matrix, Screen screen) {
        this.card = card;
        this.count = matrix.rows();
        int stride = screen.stride();
        card.enter();
        boolean complete = false;
        try {
            rows = take(4L * count * stride);
            screened = screen.changesRows() ? take(4L * count * stride) : rows;
            terms = take(2 * 4L * count);
            send(matrix, stride, rows, (from, at, to, toAt) -> System.arraycopy(from, at, to, toAt, matrix.columns()));
            if (screen.changesRows()) {
                send(matrix, stride, screened, screen::row);
            }
            float[] bothSigns = new float[2 * count];
            for (int row = 0; row < count; row++) {
                bothSigns[row] = screen.rowTerm(matrix.values(), row * matrix.columns(), 1);
                bothSigns[count + row] = screen.rowTerm(matrix.values(), row * matrix.columns(), -1);
            }
            copy(terms, 0, bothSigns, bothSigns.length);
            card.await();
            complete = true;
        } finally {
            if (!complete) {
                run();
            }
        }
    }

    /**
     * Where things stand, for keys of one sign.
     *
     * @param screened rows as the screen takes them
     * @param terms what the screen's sum of each row begins with
     * @param rows as they are
     */
    record View(CUdeviceptr screened, CUdeviceptr terms, CUdeviceptr rows) {}

    View view(float sign) {
        return new View(screened, sign > 0 ? terms : terms.withByteOffset(4L * count), rows);
    }

    private CUdeviceptr take(long bytes) {
        CUdeviceptr taken = card.allocate(bytes, "the %,d rows of the data".formatted(count));
        memory.add(taken);
        return taken;
    }

    private interface Form {
        void write(float[] from, int at, float[] to, int toAt);
    }

    private static void send(FloatMatrix matrix, int stride, CUdeviceptr to, Form form) {
        int portion = Math.clamp(PORTION / stride, 1, Math.max(1, matrix.rows()));
        for (int from = 0; from < matrix.rows(); from += portion) {
            int rows = Math.min(portion, matrix.rows() - from);
            float[] padded = new float[rows * stride];
            for (int row = 0; row < rows; row++) {
                form.write(matrix.values(), (from + row) * matrix.columns(), padded, row * stride);
            }
            copy(to, 4L * from * stride, padded, padded.length);
        }
    }

    private static void copy(CUdeviceptr to, long at, float[] values, int count) {
        if (count > 0) {
            Card.check(
                    JCudaDriver.cuMemcpyHtoD(to.withByteOffset(at), Pointer.to(values), 4L * count),
                    "take the data in");
        }
    }

    /** Gives the memory back. */
    @Override
    public synchronized void run() {
        if (!freed) {
            freed = true;
            card.enter();
            memory.forEach(JCudaDriver::cuMemFree);
        }
    }
}
