package segue;

import segue.audio.Recordings;
import segue.catalog.Catalog;
import segue.neighbors.Backend;
import segue.neighbors.simd.SimdSupport;

/** What every notebook says first: what it runs on, and which songs or recordings it shows. */
public final class Banner {
    private Banner() {}

    /** Two lines: Java, vector width and GPU (or why there is none); the songs, where they come from, and their checksum. */
    public static String of(Catalog catalog) {
        String checksum =
                catalog.checksum().map(sum -> ", SHA-256 " + sum + "…").orElse("");
        return of("%s%s".formatted(catalog, checksum));
    }

    /** As {@link #of(Catalog)}, of a notebook that listens. */
    public static String of(Recordings recordings) {
        return of(recordings.source());
    }

    private static String of(String data) {
        String simd = SimdSupport.unavailableReason().orElseGet(() -> "SIMD " + SimdSupport.vectorBits() + " bit");
        String gpu = Backend.GPU
                .unavailableReason()
                .map(reason -> "no GPU: " + reason)
                .orElse("GPU ready");
        return "Segue · Java %s · %s · %s%n%s".formatted(Runtime.version().feature(), simd, gpu, data);
    }
}
