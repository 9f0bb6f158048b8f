package segue.neighbors;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import segue.neighbors.gpu.GpuSupport;
import segue.neighbors.hnsw.HnswSupport;
import segue.neighbors.simd.SimdSupport;

/** What computes the distances. */
public enum Backend {
    /** The exact one that suits the data, the machine and the number of queries. */
    AUTO,
    /** Plain Java, always there: the oracle of every other. */
    SCALAR,
    /** The Vector API. */
    SIMD,
    /** Boxes of neighbouring rows, most of which need no look; the Vector API within them. */
    TREE,
    /** An NVIDIA card. */
    GPU,
    /** A graph that finds most of the nearest rows, not always all: never what {@link #AUTO} stands for, which is exact. */
    HNSW;

    /** The name that commands and the page use, {@code "simd"} and so on. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The back end called {@code label}, in any case.
     *
     * @throws IllegalArgumentException naming the back ends there are
     */
    public static Backend parse(String label) {
        return Arrays.stream(values())
                .filter(backend -> backend.label().equals(label.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("backend must be one of %s but was %s"
                        .formatted(
                                Arrays.stream(values()).map(Backend::label).collect(Collectors.joining(", ")), label)));
    }

    /** Whether it finds every row that it should, for certain. */
    public boolean isExact() {
        return this != HNSW;
    }

    /** Why this back end cannot be used here, one sentence; empty where it can. */
    public Optional<String> unavailableReason() {
        return switch (this) {
            case AUTO, SCALAR -> Optional.empty();
            case SIMD, TREE -> SimdSupport.unavailableReason();
            case GPU -> GpuSupport.unavailableReason();
            case HNSW -> HnswSupport.unavailableReason();
        };
    }

    /** The back end that {@link #AUTO} stands for on this machine where a single query is asked; any other is itself. */
    public Backend resolve() {
        return this != AUTO ? this : SIMD.unavailableReason().isEmpty() ? SIMD : SCALAR;
    }
}
