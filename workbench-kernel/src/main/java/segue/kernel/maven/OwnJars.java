package segue.kernel.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * The libraries that a notebook has already. Classes are taken from those first, so another version of one of them would
 * never be seen, or worse, in part.
 */
public final class OwnJars {
    private static final Pattern NAME = Pattern.compile("(.+?)-(\\d[\\w.+-]*)\\.jar");

    private final List<Own> jars = new ArrayList<>();

    private record Own(String artifactId, String version, Path file) {}

    public OwnJars(List<Path> classpath) {
        for (Path entry : classpath) {
            Matcher matcher = NAME.matcher(String.valueOf(entry.getFileName()));
            if (matcher.matches()) {
                jars.add(new Own(matcher.group(1), matcher.group(2), entry));
            }
        }
    }

    /** The version that is there already, of whatever version is asked for. */
    public Optional<String> versionOf(Coordinate wanted) {
        return jars.stream()
                .filter(own -> wanted.classifier().isEmpty()
                        && own.artifactId.equals(wanted.artifactId())
                        && isOfGroup(own, wanted.groupId()))
                .map(Own::version)
                .findFirst();
    }

    /** Jars that Maven has made say where they come from, and so do the folders of a local repository. */
    private static boolean isOfGroup(Own own, String groupId) {
        Path inRepository = Path.of(groupId.replace('.', '/'), own.artifactId, own.version);
        if (own.file.getParent() != null && own.file.getParent().endsWith(inRepository)) {
            return true;
        }
        if (!Files.isRegularFile(own.file)) {
            return false;
        }
        try (ZipFile jar = new ZipFile(own.file.toFile())) {
            if (jar.stream().noneMatch(entry -> entry.getName().startsWith("META-INF/maven/"))) {
                String folder = groupId.replace('.', '/');
                return jar.stream().anyMatch(entry -> entry.getName().startsWith(folder));
            }
            return jar.getEntry("META-INF/maven/" + groupId + "/" + own.artifactId + "/pom.properties") != null;
        } catch (IOException e) {
            return false;
        }
    }
}
