package segue.audio.music;

/**
 * For every lag {@code l} below the window {@code w}, {@code sum over s of x[s] x[s + l] (r[s] -+ r[s - (w - l)])}: two
 * correlations by Fourier transform, and for two {@code r} at a time as the real and the imaginary part of one.
 */
final class LagProducts {
    private final double[] values;
    private final int window;
    private final Fourier fourier;
    private final double[] spectrumRe;
    private final double[] spectrumIm;

    /** @param values x; with a window more they must fit the transform */
    LagProducts(double[] values, int window, Fourier fourier) {
        this.values = values;
        this.window = window;
        this.fourier = fourier;
        spectrumRe = new double[fourier.size()];
        spectrumIm = new double[fourier.size()];
        System.arraycopy(values, 0, spectrumRe, 0, values.length);
        fourier.transform(spectrumRe, spectrumIm);
    }

    /**
     * @param even an r of which the earlier value is taken away
     * @param odd an r of which the earlier value is added, as long; null for none
     * @return by lag, for either
     */
    double[][] of(double[] even, double[] odd) {
        int size = fourier.size();
        double[] re = new double[size];
        double[] im = new double[size];
        addCorrelation(even, 1, re, im, false);
        if (odd != null) {
            addCorrelation(odd, -1, re, im, true);
        }
        // Back: with the parts exchanged.
        fourier.transform(im, re);
        double[][] products = new double[2][window];
        for (int lag = 0; lag < window; lag++) {
            products[0][lag] = re[lag] / size;
            products[1][lag] = im[lag] / size;
        }
        return products;
    }

    private void addCorrelation(double[] r, int sign, double[] re, double[] im, boolean imaginary) {
        int size = fourier.size();
        double[] now = new double[size];
        double[] earlier = new double[size];
        for (int p = 0; p < values.length; p++) {
            now[p] = values[p] * r[p];
            earlier[p] = p < window ? 0 : values[p] * r[p - window];
        }
        fourier.transform(now, earlier);
        for (int k = 0; k < size; k++) {
            int mirrored = (size - k) % size;
            double nowRe = (now[k] + now[mirrored]) / 2;
            double nowIm = (earlier[k] - earlier[mirrored]) / 2;
            double earlierRe = (earlier[k] + earlier[mirrored]) / 2;
            double earlierIm = (now[mirrored] - now[k]) / 2;
            double real = nowRe * spectrumRe[k]
                    + nowIm * spectrumIm[k]
                    - sign * (spectrumRe[k] * earlierRe + spectrumIm[k] * earlierIm);
            double part = nowRe * spectrumIm[k]
                    - nowIm * spectrumRe[k]
                    - sign * (spectrumRe[k] * earlierIm - spectrumIm[k] * earlierRe);
            re[k] += imaginary ? -part : real;
            im[k] += imaginary ? real : part;
        }
    }
}
