package segue.projection;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The potential that weights on the nodes of a lattice have on every node, {@code 1 / (1 + r^2)} of each: a product of
 * spectra. The lattice is padded by nothing to twice its size, so that no node sees the far side as near.
 *
 * <p>Real columns are transformed in pairs, as real and imaginary part; after that, along the rows, half of the spectrum is
 * enough. Panels of columns are worked on by one thread each, and nothing is summed across panels.
 */
final class Convolution {
    private static final int PANEL = Loops.PANEL;

    private final Loops loops;
    private final Team team;
    private final Panel[] panels;
    private final Map<Integer, Fourier> transforms = new HashMap<>();
    private float[] spectrumRe = {};
    private float[] spectrumIm = {};
    private Response response;

    Convolution(Loops loops, Team team) {
        this.loops = loops;
        this.team = team;
        this.panels = new Panel[team.members()];
    }

    /** Columns that one thread transforms. */
    private static final class Panel {
        float[] re;
        float[] im;
        float[] spareRe;
        float[] spareIm;

        Panel(int length) {
            re = new float[length * PANEL];
            im = new float[length * PANEL];
            spareRe = new float[length * PANEL];
            spareIm = new float[length * PANEL];
        }

        /** Forgets everything from row {@code from} to row {@code to}. */
        void clear(int from, int to) {
            Arrays.fill(re, from * PANEL, to * PANEL, 0);
            Arrays.fill(im, from * PANEL, to * PANEL, 0);
        }

        void forward(Loops loops, Fourier fourier) {
            if (loops.transform(fourier, PANEL, re, im, spareRe, spareIm)) {
                exchange();
            }
        }

        void inverse(Loops loops, Fourier fourier) {
            if (loops.transform(fourier, PANEL, im, re, spareIm, spareRe)) {
                exchange();
            }
        }

        private void exchange() {
            float[] oldRe = re;
            float[] oldIm = im;
            re = spareRe;
            im = spareIm;
            spareRe = oldRe;
            spareIm = oldIm;
        }
    }

    /**
     * What spectra are multiplied by.
     *
     * @param values real, {@code (acrossLength / 2 + 1, stride)}: the frequencies along the rows, then those down them
     */
    private record Response(float step, int downLength, int acrossLength, int stride, float[] values) {}

    /** Replaces weights by the potential; where {@code nodes} hold nothing of the lattice, anything may be written. */
    void apply(Lattice lattice, float[] nodes) {
        Fourier down = transform(Fourier.goodLength(2 * lattice.rows()));
        Fourier across = transform(Fourier.goodLength(2 * lattice.columns()));
        prepare(lattice.step(), down, across);
        int needed = lattice.columns() * response.stride;
        if (spectrumRe.length < needed) {
            spectrumRe = new float[needed + needed / 4];
            spectrumIm = new float[needed + needed / 4];
        }
        int half = lattice.stride() / 2;
        team.run(half / PANEL, (task, member) -> columnsToSpectrum(lattice, nodes, down, task * PANEL, panel(member)));
        team.run(
                response.stride / PANEL,
                (task, member) -> convolveRows(lattice.columns(), across, task * PANEL, panel(member)));
        team.run(half / PANEL, (task, member) -> spectrumToColumns(lattice, nodes, down, task * PANEL, panel(member)));
    }

    private Fourier transform(int length) {
        return transforms.computeIfAbsent(length, Fourier::new);
    }

    private Panel panel(int member) {
        return panels[member];
    }

    private void prepare(float step, Fourier down, Fourier across) {
        int longest = Math.max(down.length(), across.length());
        for (int member = 0; member < panels.length; member++) {
            if (panels[member] == null || panels[member].re.length < longest * PANEL) {
                panels[member] = new Panel(longest);
            }
        }
        if (response == null
                || response.step != step
                || response.downLength != down.length()
                || response.acrossLength != across.length()) {
            response = response(step, down, across);
        }
    }

    private void columnsToSpectrum(Lattice lattice, float[] nodes, Fourier down, int first, Panel panel) {
        int half = lattice.stride() / 2;
        int length = down.length();
        for (int row = 0; row < lattice.rows(); row++) {
            System.arraycopy(nodes, row * lattice.stride() + first, panel.re, row * PANEL, PANEL);
            System.arraycopy(nodes, row * lattice.stride() + half + first, panel.im, row * PANEL, PANEL);
        }
        panel.clear(lattice.rows(), length);
        panel.forward(loops, down);
        float[] re = panel.re;
        float[] im = panel.im;
        for (int c = 0; c < PANEL; c++) {
            int own = first + c;
            int partner = own + half;
            if (own >= lattice.columns()) {
                continue;
            }
            int at = own * response.stride;
            for (int k = 0; k <= length / 2; k++) {
                int there = k * PANEL + c;
                int mirror = (k == 0 ? 0 : length - k) * PANEL + c;
                spectrumRe[at + k] = 0.5f * (re[there] + re[mirror]);
                spectrumIm[at + k] = 0.5f * (im[there] - im[mirror]);
            }
            if (partner >= lattice.columns()) {
                continue;
            }
            at = partner * response.stride;
            for (int k = 0; k <= length / 2; k++) {
                int there = k * PANEL + c;
                int mirror = (k == 0 ? 0 : length - k) * PANEL + c;
                spectrumRe[at + k] = 0.5f * (im[there] + im[mirror]);
                spectrumIm[at + k] = 0.5f * (re[mirror] - re[there]);
            }
        }
    }

    private void convolveRows(int columns, Fourier across, int first, Panel panel) {
        int length = across.length();
        for (int column = 0; column < columns; column++) {
            System.arraycopy(spectrumRe, column * response.stride + first, panel.re, column * PANEL, PANEL);
            System.arraycopy(spectrumIm, column * response.stride + first, panel.im, column * PANEL, PANEL);
        }
        panel.clear(columns, length);
        panel.forward(loops, across);
        for (int l = 0; l < length; l++) {
            int from = Math.min(l, length - l) * response.stride + first;
            loops.multiply(panel.re, l * PANEL, response.values, from, PANEL);
            loops.multiply(panel.im, l * PANEL, response.values, from, PANEL);
        }
        panel.inverse(loops, across);
        for (int column = 0; column < columns; column++) {
            System.arraycopy(panel.re, column * PANEL, spectrumRe, column * response.stride + first, PANEL);
            System.arraycopy(panel.im, column * PANEL, spectrumIm, column * response.stride + first, PANEL);
        }
    }

    private void spectrumToColumns(Lattice lattice, float[] nodes, Fourier down, int first, Panel panel) {
        int half = lattice.stride() / 2;
        int length = down.length();
        float[] re = panel.re;
        float[] im = panel.im;
        for (int c = 0; c < PANEL; c++) {
            int own = (first + c) * response.stride;
            int partner = (first + c + half) * response.stride;
            boolean hasOwn = first + c < lattice.columns();
            boolean hasPartner = first + c + half < lattice.columns();
            for (int k = 0; k <= length / 2; k++) {
                float ownRe = hasOwn ? spectrumRe[own + k] : 0;
                float ownIm = hasOwn ? spectrumIm[own + k] : 0;
                float partnerRe = hasPartner ? spectrumRe[partner + k] : 0;
                float partnerIm = hasPartner ? spectrumIm[partner + k] : 0;
                int there = k * PANEL + c;
                int mirror = (k == 0 ? 0 : length - k) * PANEL + c;
                re[mirror] = ownRe + partnerIm;
                im[mirror] = partnerRe - ownIm;
                re[there] = ownRe - partnerIm;
                im[there] = ownIm + partnerRe;
            }
        }
        panel.inverse(loops, down);
        for (int row = 0; row < lattice.rows(); row++) {
            System.arraycopy(panel.re, row * PANEL, nodes, row * lattice.stride() + first, PANEL);
            System.arraycopy(panel.im, row * PANEL, nodes, row * lattice.stride() + half + first, PANEL);
        }
    }

    /** The spectrum of the kernel, periodic over the padded lattice, less what the B-splines take away at both ends. */
    private Response response(float step, Fourier down, Fourier across) {
        int rows = down.length();
        int columns = across.length();
        int stride = padded(rows / 2 + 1);
        int width = padded(columns / 2 + 1);
        float[] half = new float[width * stride];
        team.run(width / PANEL, (task, member) -> {
            Panel panel = panels[member];
            for (int row = 0; row < rows; row++) {
                double x = (double) Math.min(row, rows - row) * step;
                for (int c = 0; c < PANEL; c++) {
                    double y = (double) (task * PANEL + c) * step;
                    panel.re[row * PANEL + c] = (float) (1 / (1 + x * x + y * y));
                }
            }
            Arrays.fill(panel.im, 0, rows * PANEL, 0);
            panel.forward(loops, down);
            for (int c = 0; c < PANEL; c++) {
                for (int k = 0; k <= rows / 2; k++) {
                    half[(task * PANEL + c) * stride + k] = panel.re[k * PANEL + c];
                }
            }
        });
        float[] values = new float[(columns / 2 + 1) * stride];
        team.run(stride / PANEL, (task, member) -> {
            Panel panel = panels[member];
            for (int column = 0; column < columns; column++) {
                int from = Math.min(column, columns - column) * stride + task * PANEL;
                System.arraycopy(half, from, panel.re, column * PANEL, PANEL);
            }
            Arrays.fill(panel.im, 0, columns * PANEL, 0);
            panel.forward(loops, across);
            for (int c = 0; c < PANEL && task * PANEL + c <= rows / 2; c++) {
                int k = task * PANEL + c;
                double alongDown = Lattice.response(2 * Math.PI * k / rows);
                for (int l = 0; l <= columns / 2; l++) {
                    double both = alongDown * Lattice.response(2 * Math.PI * l / columns);
                    values[l * stride + k] = (float) (panel.re[l * PANEL + c] / (both * both * rows * columns));
                }
            }
        });
        return new Response(step, rows, columns, stride, values);
    }

    private static int padded(int count) {
        return Math.ceilDiv(count, PANEL) * PANEL;
    }
}
