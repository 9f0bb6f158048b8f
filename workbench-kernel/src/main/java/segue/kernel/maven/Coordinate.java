package segue.kernel.maven;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one artifact.
 *
 * @param extension {@code jar} unless said otherwise
 * @param classifier empty where there is none
 * @param version a version, a range such as {@code [1.0,2.0)}, or {@code LATEST} or {@code RELEASE}
 */
public record Coordinate(String groupId, String artifactId, String extension, String classifier, String version) {
    private static final String EXPECTED =
            "expected group:artifact:version, as in org.apache.commons:commons-lang3:3.18.0";
    private static final Pattern IVY = Pattern.compile("([^#;\\s]+)#([^#;\\s]+)(?:#[^;\\s]*)?;(\\S+)");
    private static final Pattern GRADLE =
            Pattern.compile("(?:implementation|api|compile|runtimeOnly|testImplementation)\\b.*");
    private static final Pattern PART = Pattern.compile("[\\w.+-]+");
    private static final Pattern VERSION = Pattern.compile("[\\w.+-]+|[\\[(][^:]*[\\])]");

    /**
     * Reads {@code group:artifact[:extension[:classifier]]:version}, or Ivy's {@code group#artifact;version}.
     *
     * @throws IllegalArgumentException if it is neither, with a hint at what was meant
     */
    public static Coordinate parse(String text) {
        Matcher ivy = IVY.matcher(text);
        if (ivy.matches()) {
            return checked(text, new Coordinate(ivy.group(1), ivy.group(2), "jar", "", ivy.group(3)));
        }
        if (GRADLE.matcher(text).matches()) {
            throw new IllegalArgumentException(EXPECTED + ", but was Gradle's " + text + "; give only what it quotes");
        }
        String[] parts = text.split(":", -1);
        return switch (parts.length) {
            case 3 -> checked(text, new Coordinate(parts[0], parts[1], "jar", "", parts[2]));
            case 4 -> checked(text, new Coordinate(parts[0], parts[1], orJar(parts[2]), "", parts[3]));
            case 5 -> checked(text, new Coordinate(parts[0], parts[1], orJar(parts[2]), parts[3], parts[4]));
            case 2 ->
                throw new IllegalArgumentException(
                        EXPECTED + ", but " + text + " has no version; did you mean " + text + ":LATEST?");
            default -> throw new IllegalArgumentException(EXPECTED + ", but was " + text + hint(text));
        };
    }

    private static String orJar(String extension) {
        return extension.isEmpty() ? "jar" : extension;
    }

    private static Coordinate checked(String text, Coordinate read) {
        boolean sound = PART.matcher(read.groupId).matches()
                && PART.matcher(read.artifactId).matches()
                && PART.matcher(read.extension).matches()
                && (read.classifier.isEmpty() || PART.matcher(read.classifier).matches());
        if (!sound || !VERSION.matcher(read.version).matches()) {
            throw new IllegalArgumentException(EXPECTED + ", but was " + text + hint(text));
        }
        return read;
    }

    private static String hint(String text) {
        if (text.startsWith("<")) {
            return "; XML goes into a cell that begins with %%loadFromPOM";
        }
        if (text.matches(".*@\\w+")) {
            return "; did you mean " + text.replaceAll("^(.*):([^:@]+)@(\\w+)$", "$1:$3:$2") + "?";
        }
        if (text.matches("[^:/]+/[^:/]+[:/@][^:/@]+")) {
            return "; did you mean " + text.replaceAll("[/@]", ":") + "?";
        }
        if (text.endsWith(".jar")) {
            return "; a jar file is added with %jars";
        }
        if (text.startsWith("-")) {
            return "; an option that %maven does not know";
        }
        return "";
    }

    /** As Maven writes it; the extension only where it is not {@code jar} or a classifier follows. */
    @Override
    public String toString() {
        String middle = classifier.isEmpty()
                ? extension.equals("jar") ? "" : extension + ":"
                : extension + ":" + classifier + ":";
        return groupId + ":" + artifactId + ":" + middle + version;
    }
}
