package segue.projection;

/** Plain Java, for machines without the Vector API, and the oracle of the loops by vectors. */
final class PlainLoops implements Loops {
    @Override
    public void attract(Affinities affinities, float[][] positions, int from, int to, float[][] forces) {
        int[] columns = affinities.columns();
        float[] values = affinities.values();
        int dimensions = positions.length;
        float[] x = positions[0];
        float[] y = positions[1];
        float[] z = dimensions == 3 ? positions[2] : null;
        for (int i = from; i < to; i++) {
            float sumX = 0;
            float sumY = 0;
            float sumZ = 0;
            for (int e = affinities.starts()[i]; e < affinities.starts()[i + 1]; e++) {
                int j = columns[e];
                float dx = x[i] - x[j];
                float dy = y[i] - y[j];
                float dz = z == null ? 0 : z[i] - z[j];
                float weight = values[e] / (1 + dx * dx + dy * dy + dz * dz);
                sumX += weight * dx;
                sumY += weight * dy;
                sumZ += weight * dz;
            }
            forces[0][i] = sumX;
            forces[1][i] = sumY;
            if (z != null) {
                forces[2][i] = sumZ;
            }
        }
    }

    @Override
    public double stretch(Affinities affinities, float[][] positions, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            for (int e = affinities.starts()[i]; e < affinities.starts()[i + 1]; e++) {
                sum += affinities.values()[e]
                        * Math.log1p(squaredDistance(positions, i, affinities.columns()[e]));
            }
        }
        return sum;
    }

    @Override
    public double repel(float[][] positions, int from, int to, float[][] forces) {
        return repel(positions, null, positions[0].length, positions, from, to, forces);
    }

    @Override
    public double repelBy(Sources sources, float[][] positions, int from, int to, float[][] forces) {
        return repel(sources.positions(), sources.weights(), sources.size(), positions, from, to, forces);
    }

    /** @param weights of the sources; null where each is 1 */
    private static double repel(
            float[][] sources, float[] weights, int count, float[][] positions, int from, int to, float[][] forces) {
        boolean space = positions.length == 3;
        float[] x = sources[0];
        float[] y = sources[1];
        float[] z = space ? sources[2] : null;
        double total = 0;
        for (int i = from; i < to; i++) {
            float ownX = positions[0][i];
            float ownY = positions[1][i];
            float ownZ = space ? positions[2][i] : 0;
            double sum = 0;
            double sumX = 0;
            double sumY = 0;
            double sumZ = 0;
            for (int j = 0; j < count; j++) {
                float dx = ownX - x[j];
                float dy = ownY - y[j];
                float dz = space ? ownZ - z[j] : 0;
                float q = 1 / (1 + dx * dx + dy * dy + dz * dz);
                float weighted = weights == null ? q : weights[j] * q;
                sum += weighted;
                sumX += weighted * q * dx;
                sumY += weighted * q * dy;
                sumZ += weighted * q * dz;
            }
            total += sum;
            forces[0][i] = (float) sumX;
            forces[1][i] = (float) sumY;
            if (space) {
                forces[2][i] = (float) sumZ;
            }
        }
        return total;
    }

    private static float squaredDistance(float[][] positions, int i, int j) {
        float sum = 0;
        for (float[] axis : positions) {
            float gap = axis[i] - axis[j];
            sum += gap * gap;
        }
        return sum;
    }

    @Override
    public boolean transform(Fourier fourier, int width, float[] re, float[] im, float[] spareRe, float[] spareIm) {
        boolean inSpare = false;
        for (Fourier.Stage stage : fourier.stages()) {
            if (inSpare) {
                PlainButterflies.run(stage, width, spareRe, spareIm, re, im);
            } else {
                PlainButterflies.run(stage, width, re, im, spareRe, spareIm);
            }
            inSpare = !inSpare;
        }
        return inSpare;
    }

    @Override
    public void multiply(float[] values, int at, float[] factors, int from, int count) {
        for (int i = 0; i < count; i++) {
            values[at + i] *= factors[from + i];
        }
    }

    @Override
    public void spread(Lattice lattice, float[][] positions, int[] points, int from, int to, float[] nodes) {
        Splines rows = new Splines();
        Splines columns = new Splines();
        float perStep = 1 / lattice.step();
        for (int i = from; i < to; i++) {
            int row = rows.at(positions[0][points[i]] * perStep) - lattice.firstRow();
            int column = columns.at(positions[1][points[i]] * perStep) - lattice.firstColumn();
            int corner = row * lattice.stride() + column;
            for (int r = 0; r < Lattice.ORDER; r++, corner += lattice.stride()) {
                for (int c = 0; c < Lattice.ORDER; c++) {
                    nodes[corner + c] += rows.weights[r] * columns.weights[c];
                }
            }
        }
    }

    @Override
    public double feel(
            Lattice lattice, float[] potential, float[][] positions, int[] points, int from, int to, float[][] forces) {
        Splines rows = new Splines();
        Splines columns = new Splines();
        float perStep = 1 / lattice.step();
        double total = 0;
        for (int i = from; i < to; i++) {
            int point = points[i];
            int row = rows.at(positions[0][point] * perStep) - lattice.firstRow();
            int column = columns.at(positions[1][point] * perStep) - lattice.firstColumn();
            int corner = row * lattice.stride() + column;
            float value = 0;
            float alongRows = 0;
            float alongColumns = 0;
            for (int r = 0; r < Lattice.ORDER; r++, corner += lattice.stride()) {
                float sum = 0;
                float slope = 0;
                for (int c = 0; c < Lattice.ORDER; c++) {
                    sum += columns.weights[c] * potential[corner + c];
                    slope += columns.slopes[c] * potential[corner + c];
                }
                value += rows.weights[r] * sum;
                alongRows += rows.slopes[r] * sum;
                alongColumns += rows.weights[r] * slope;
            }
            total += value;
            forces[0][point] = -0.5f * perStep * alongRows;
            forces[1][point] = -0.5f * perStep * alongColumns;
        }
        return total;
    }

    @Override
    public float product(float[] values, int a, int b, int count) {
        float sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[a + i] * values[b + i];
        }
        return sum;
    }

    /** The weights of one point along one dimension. */
    private static final class Splines {
        final float[] weights = new float[Lattice.ORDER];
        final float[] slopes = new float[Lattice.ORDER];

        /** @return the number of the point's first node, in steps from 0 */
        int at(float steps) {
            int base = (int) Math.floor(steps);
            float t = steps - base;
            for (int node = 0; node < Lattice.ORDER; node++) {
                float weight = 0;
                for (int power = Lattice.ORDER - 1; power >= 0; power--) {
                    weight = weight * t + Lattice.WEIGHTS[power * Lattice.PADDED + node];
                }
                float slope = 0;
                for (int power = Lattice.ORDER - 2; power >= 0; power--) {
                    slope = slope * t + Lattice.SLOPES[power * Lattice.PADDED + node];
                }
                weights[node] = weight;
                slopes[node] = slope;
            }
            return base;
        }
    }
}
