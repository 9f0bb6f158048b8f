package segue.projection.simd;

import segue.projection.Affinities;
import segue.projection.Fourier;
import segue.projection.Lattice;
import segue.projection.Loops;
import segue.projection.Sources;

/** The loops of a map by vectors of the width that this machine prefers. */
public final class VectorLoops implements Loops {
    @Override
    public void attract(Affinities affinities, float[][] positions, int from, int to, float[][] forces) {
        if (positions.length == 3) {
            VectorAttraction.inSpace(affinities, positions, from, to, forces);
        } else {
            VectorAttraction.onPlane(affinities, positions, from, to, forces);
        }
    }

    @Override
    public double stretch(Affinities affinities, float[][] positions, int from, int to) {
        return VectorAttraction.stretch(affinities, positions, from, to);
    }

    @Override
    public double repel(float[][] positions, int from, int to, float[][] forces) {
        return positions.length == 3
                ? VectorPairs.inSpace(positions, from, to, forces)
                : VectorPairs.onPlane(positions, from, to, forces);
    }

    @Override
    public double repelBy(Sources sources, float[][] positions, int from, int to, float[][] forces) {
        return positions.length == 3
                ? VectorPairs.inSpaceBy(sources, positions, from, to, forces)
                : VectorPairs.onPlaneBy(sources, positions, from, to, forces);
    }

    @Override
    public boolean transform(Fourier fourier, int width, float[] re, float[] im, float[] spareRe, float[] spareIm) {
        boolean inSpare = false;
        for (Fourier.Stage stage : fourier.stages()) {
            if (inSpare) {
                VectorButterflies.run(stage, width, spareRe, spareIm, re, im);
            } else {
                VectorButterflies.run(stage, width, re, im, spareRe, spareIm);
            }
            inSpare = !inSpare;
        }
        return inSpare;
    }

    @Override
    public void multiply(float[] values, int at, float[] factors, int from, int count) {
        VectorButterflies.multiply(values, at, factors, from, count);
    }

    @Override
    public void spread(Lattice lattice, float[][] positions, int[] points, int from, int to, float[] nodes) {
        VectorSplines.spread(lattice, positions, points, from, to, nodes);
    }

    @Override
    public double feel(
            Lattice lattice, float[] potential, float[][] positions, int[] points, int from, int to, float[][] forces) {
        return VectorSplines.feel(lattice, potential, positions, points, from, to, forces);
    }

    @Override
    public float product(float[] values, int a, int b, int count) {
        return VectorPairs.product(values, a, b, count);
    }
}
