package segue.recommend.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import segue.matrix.FloatMatrix;
import segue.progress.Progress;

/**
 * Fits a {@link Network} to labels by cross entropy: Adam (Kingma and Ba, ICLR 2015, beta .9 and .999) on minibatches, first
 * weights uniform in {@code ± sqrt(6 / (inputs + outputs))} (Glorot and Bengio, AISTATS 2010). On one thread, so that the bits
 * do not depend on how many there are.
 */
final class NetworkTraining {
    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.999;
    private static final double TINY = 1e-8;

    private final Network network;
    private final MetricOptions options;
    /** Of each layer the rows of its weights, then its biases. */
    private final List<float[]> parameters = new ArrayList<>();

    private final List<float[]> gradients = new ArrayList<>();
    private final List<float[]> firstMoments = new ArrayList<>();
    private final List<float[]> secondMoments = new ArrayList<>();
    /** The weights output by output, so that going backwards adds rows too. */
    private final float[][][] turned;

    private final float[][] room;
    private final float[][] deltas;
    private int steps;

    private NetworkTraining(int inputs, int outputs, MetricOptions options) {
        this.options = options;
        SplittableRandom random = new SplittableRandom(options.seed());
        int[] widths = {inputs, options.firstHidden(), options.secondHidden(), outputs};
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i < widths.length; i++) {
            double bound = Math.sqrt(6.0 / (widths[i - 1] + widths[i]));
            float[][] weights = new float[widths[i - 1]][];
            for (int row = 0; row < weights.length; row++) {
                weights[row] = uniform(widths[i], bound, random);
            }
            layers.add(new Layer(weights, uniform(widths[i], bound, random)));
        }
        this.network = new Network(layers);
        for (Layer layer : layers) {
            parameters.addAll(List.of(layer.weights()));
            parameters.add(layer.bias());
        }
        for (float[] of : parameters) {
            gradients.add(new float[of.length]);
            firstMoments.add(new float[of.length]);
            secondMoments.add(new float[of.length]);
        }
        this.turned = layers.stream()
                .map(layer -> new float[layer.outputs()][layer.inputs()])
                .toArray(float[][][]::new);
        this.room = network.room();
        this.deltas = network.room();
    }

    private static float[] uniform(int count, double bound, SplittableRandom random) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (bound * (2 * random.nextDouble() - 1));
        }
        return values;
    }

    /**
     * @param points shape {@code (songs, columns)}
     * @param rows a song an example; a song of several labels is several examples
     * @param labels of the examples, each in {@code [0, outputs)}
     * @throws CancellationException if the thread is interrupted; it stays marked as interrupted
     */
    static Network fit(FloatMatrix points, int[] rows, int[] labels, int outputs, MetricOptions options) {
        NetworkTraining training = new NetworkTraining(points.columns(), outputs, options);
        SplittableRandom random = new SplittableRandom(options.seed() + 1);
        int[] order = new int[rows.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        try (Progress progress = Progress.begin("learning a metric", options.epochs())) {
            for (int epoch = 0; epoch < options.epochs(); epoch++) {
                shuffle(order, random);
                for (int from = 0; from < order.length; from += options.batch()) {
                    if (Thread.currentThread().isInterrupted()) {
                        throw new CancellationException("learning the metric was stopped");
                    }
                    training.step(points, rows, labels, order, from, Math.min(order.length, from + options.batch()));
                }
                progress.step();
            }
        }
        return training.network;
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
    }

    private void step(FloatMatrix points, int[] rows, int[] labels, int[] order, int from, int to) {
        for (int l = 0; l < turned.length; l++) {
            turn(network.layers().get(l), turned[l]);
        }
        for (int i = from; i < to; i++) {
            example(points.values(), points.offset(rows[order[i]]), labels[order[i]]);
        }
        adam(to - from);
    }

    private static void turn(Layer layer, float[]... to) {
        for (int i = 0; i < layer.inputs(); i++) {
            for (int j = 0; j < layer.outputs(); j++) {
                to[j][i] = layer.weights()[i][j];
            }
        }
    }

    /** Adds the gradient of one song. */
    private void example(float[] values, int at, int label) {
        network.forward(values, at, room);
        int last = room.length - 1;
        System.arraycopy(room[last], 0, deltas[last], 0, deltas[last].length);
        deltas[last][label] -= 1;
        int end = gradients.size();
        for (int l = last; l >= 0; l--) {
            int inputs = network.layers().get(l).inputs();
            float[] in = l == 0 ? values : room[l - 1];
            int inAt = l == 0 ? at : 0;
            Layer.add(1, deltas[l], gradients.get(end - 1));
            int first = end - 1 - inputs;
            for (int i = 0; i < inputs; i++) {
                if (in[inAt + i] != 0) {
                    Layer.add(in[inAt + i], deltas[l], gradients.get(first + i));
                }
            }
            end = first;
            if (l > 0) {
                back(l);
            }
        }
    }

    private void back(int l) {
        float[] before = deltas[l - 1];
        Arrays.fill(before, 0);
        for (int j = 0; j < deltas[l].length; j++) {
            Layer.add(deltas[l][j], turned[l][j], before);
        }
        for (int i = 0; i < before.length; i++) {
            before[i] = room[l - 1][i] > 0 ? before[i] : 0;
        }
    }

    private void adam(int examples) {
        steps++;
        float rate = (float) (options.learningRate()
                * Math.sqrt(1 - StrictMath.pow(BETA_2, steps))
                / (1 - StrictMath.pow(BETA_1, steps)));
        float share = 1f / examples;
        float keep1 = (float) BETA_1;
        float keep2 = (float) BETA_2;
        float tiny = (float) TINY;
        float penalty = (float) options.penalty();
        for (int p = 0; p < parameters.size(); p++) {
            float[] weights = parameters.get(p);
            float[] gradient = gradients.get(p);
            float[] first = firstMoments.get(p);
            float[] second = secondMoments.get(p);
            for (int i = 0; i < weights.length; i++) {
                float slope = (gradient[i] + penalty * weights[i]) * share;
                first[i] = keep1 * first[i] + (1 - keep1) * slope;
                second[i] = keep2 * second[i] + (1 - keep2) * slope * slope;
                weights[i] -= rate * first[i] / ((float) Math.sqrt(second[i]) + tiny);
                gradient[i] = 0;
            }
        }
    }
}
