package segue.recommend.metric;

/**
 * How a metric is learned.
 *
 * @param firstHidden units of the first hidden layer, in [1, 4,096]
 * @param secondHidden units of the second, in [1, 4,096]
 * @param epochs times that every labelled song is shown, in [1, 1,000]; 10 to 20 are usual
 * @param batch songs a step, in [1, 65,536]
 * @param learningRate of a step, in (0, 1]; .0005 to .005 are usual
 * @param penalty on squared weights, at least 0; larger is smoother
 * @param seed of the first weights and the order of songs
 */
public record MetricOptions(
        int firstHidden, int secondHidden, int epochs, int batch, double learningRate, double penalty, long seed) {
    private static final int SHOWN = 1_000_000;
    private static final int MOST_EPOCHS = 15;

    /** @throws IllegalArgumentException if a number is out of its range */
    public MetricOptions {
        require("units of the first hidden layer", firstHidden, 4096);
        require("units of the second hidden layer", secondHidden, 4096);
        require("epochs", epochs, 1000);
        require("batch", batch, 65_536);
        if (!(learningRate > 0 && learningRate <= 1)) {
            throw new IllegalArgumentException("learning rate must be in (0, 1] but was " + learningRate);
        }
        if (!(penalty >= 0 && penalty < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("penalty must be at least 0 but was " + penalty);
        }
    }

    /** 128 and 64 units, 15 epochs in batches of 128, learning rate .002, penalty .01, seed 1. */
    public static MetricOptions defaults() {
        return new MetricOptions(128, 64, MOST_EPOCHS, 128, 0.002, 0.01, 1);
    }

    /**
     * The same in fewer epochs where there are many examples: about a million are shown in all, in 1 to 15 epochs.
     *
     * @param examples labels of songs, a song of three counting thrice; at least 1
     */
    public static MetricOptions forExamples(int examples) {
        if (examples < 1) {
            throw new IllegalArgumentException("examples must be at least 1 but was %,d".formatted(examples));
        }
        return defaults().withEpochs(Math.clamp(Math.round((double) SHOWN / examples), 1, MOST_EPOCHS));
    }

    public MetricOptions withHidden(int firstHidden, int secondHidden) {
        return new MetricOptions(firstHidden, secondHidden, epochs, batch, learningRate, penalty, seed);
    }

    public MetricOptions withEpochs(int epochs) {
        return new MetricOptions(firstHidden, secondHidden, epochs, batch, learningRate, penalty, seed);
    }

    public MetricOptions withBatch(int batch) {
        return new MetricOptions(firstHidden, secondHidden, epochs, batch, learningRate, penalty, seed);
    }

    public MetricOptions withSeed(long seed) {
        return new MetricOptions(firstHidden, secondHidden, epochs, batch, learningRate, penalty, seed);
    }

    private static void require(String what, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("%s must be in [1, %,d] but was %,d".formatted(what, most, value));
        }
    }
}
