package segue;

import segue.catalog.Catalog;
import segue.neighbors.Backend;
import segue.neighbors.simd.SimdSupport;

/** What every notebook says first: what it runs on, and which songs it shows. */
public final class Banner {
    private Banner() {}

    /** Two lines: Java, vector width and GPU (or why there is none); the songs and where they come from. */
    public static String of(Catalog catalog) {
        String simd = SimdSupport.unavailableReason().orElseGet(() -> "SIMD " + SimdSupport.vectorBits() + " bit");
        String gpu = Backend.GPU
                .unavailableReason()
                .map(reason -> "no GPU: " + reason)
                .orElse("GPU ready");
        return "Segue · Java %s · %s · %s%n%s".formatted(Runtime.version().feature(), simd, gpu, catalog);
    }
}
