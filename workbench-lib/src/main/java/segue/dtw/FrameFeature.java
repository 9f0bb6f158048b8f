package segue.dtw;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import segue.audio.music.Chroma;
import segue.audio.signal.Signal;
import segue.audio.spectrum.Mfcc;
import segue.audio.spectrum.Stft;
import segue.audio.spectrum.StftOptions;
import segue.matrix.FloatMatrix;

/** What recordings are compared by, frame by frame. */
public enum FrameFeature {
    /** Timbre: 20 coefficients of the logarithmic spectrum in bands that widen as hearing does. */
    MFCC("mfcc"),
    /** Harmony: the energy of the 12 pitch classes from C on, the strongest of a frame 1. */
    CHROMA("chroma");

    private final String label;

    FrameFeature(String label) {
        this.label = label;
    }

    /** The name that commands use. */
    public String label() {
        return label;
    }

    /**
     * The feature called {@code label}, in any case.
     *
     * @throws IllegalArgumentException naming the features there are
     */
    public static FrameFeature parse(String label) {
        return Arrays.stream(values())
                .filter(feature -> feature.label.equals(label.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("features must be one of %s but was %s"
                        .formatted(
                                Arrays.stream(values()).map(FrameFeature::label).collect(Collectors.joining(", ")),
                                label)));
    }

    /** The frames of a signal, shape {@code (1 + samples / 512, values)}. */
    public FloatMatrix of(Signal signal) {
        return switch (this) {
            case MFCC -> Mfcc.of(signal);
            case CHROMA -> Chroma.of(Stft.power(signal, StftOptions.defaults()));
        };
    }
}
