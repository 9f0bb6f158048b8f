package segue.recommend.metric;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import segue.files.FieldInput;
import segue.files.FieldOutput;

/**
 * A perceptron: layers with {@code max(0, x)} between them, and softmax at the end.
 *
 * @param layers at least one, each as wide as the next one expects
 */
record Network(List<Layer> layers) {
    Network {
        layers = List.copyOf(layers);
        for (int i = 1; i < layers.size(); i++) {
            if (layers.get(i).inputs() != layers.get(i - 1).outputs()) {
                throw new IllegalArgumentException("layer %d takes %d values but the one before gives %d"
                        .formatted(i, layers.get(i).inputs(), layers.get(i - 1).outputs()));
            }
        }
    }

    int inputs() {
        return layers.getFirst().inputs();
    }

    int outputs() {
        return layers.getLast().outputs();
    }

    /** Room for the values of every layer. */
    float[][] room() {
        return layers.stream().map(layer -> new float[layer.outputs()]).toArray(float[][]::new);
    }

    /** The probabilities of the labels, in the last of {@code room}; the values of the hidden layers before it. */
    void forward(float[] in, int from, float[]... room) {
        float[] values = in;
        int at = from;
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).forward(values, at, room[i]);
            if (i < layers.size() - 1) {
                rectify(room[i]);
            }
            values = room[i];
            at = 0;
        }
        softmax(values);
    }

    private static void rectify(float... values) {
        for (int j = 0; j < values.length; j++) {
            values[j] = Math.max(0, values[j]);
        }
    }

    private static void softmax(float... values) {
        float most = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            most = Math.max(most, value);
        }
        double sum = 0;
        for (int j = 0; j < values.length; j++) {
            values[j] = (float) StrictMath.exp(values[j] - most);
            sum += values[j];
        }
        for (int j = 0; j < values.length; j++) {
            values[j] = (float) (values[j] / sum);
        }
    }

    void write(FieldOutput out) throws IOException {
        out.writeInt(layers.size());
        for (Layer layer : layers) {
            out.writeInt(layer.inputs());
            out.writeInt(layer.outputs());
            for (float[] row : layer.weights()) {
                out.floats(row);
            }
            out.floats(layer.bias());
        }
    }

    static Network read(FieldInput in) throws IOException {
        List<Layer> layers = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            int inputs = in.count();
            int outputs = in.count();
            List<float[]> rows = new ArrayList<>();
            while (rows.size() < inputs) {
                rows.add(in.floats(outputs));
            }
            layers.add(new Layer(rows.toArray(float[][]::new), in.floats(outputs)));
        }
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a network needs a layer");
        }
        return new Network(layers);
    }
}
