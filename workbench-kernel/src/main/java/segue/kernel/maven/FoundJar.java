package segue.kernel.maven;

import java.nio.file.Path;

/**
 * An artifact with its file.
 *
 * @param coordinate with the version that was chosen
 * @param requested whether it was asked for, and not only needed by another
 */
public record FoundJar(Coordinate coordinate, Path file, boolean requested) {}
