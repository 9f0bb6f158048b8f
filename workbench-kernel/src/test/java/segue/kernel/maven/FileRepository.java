package segue.kernel.maven;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A Maven repository in a folder, for tests: artifacts with dependencies, a file in each jar, and checksums. */
public final class FileRepository {
    private final Path folder;

    public FileRepository(Path folder) {
        this.folder = folder;
    }

    public String url() {
        return folder.toUri().toString();
    }

    /** The folder of one version. */
    public Path folderOf(Coordinate artifact) {
        return folder.resolve(artifact.groupId().replace('.', '/'))
                .resolve(artifact.artifactId())
                .resolve(artifact.version());
    }

    /** Puts an artifact there; its jar holds {@code NAME.txt} with its version. */
    public FileRepository add(String coordinate, String... dependencies) throws IOException {
        return addWith(
                coordinate,
                List.of(dependencies).stream()
                        .map(text -> dependency(Coordinate.parse(text), ""))
                        .collect(Collectors.joining()));
    }

    /** As {@link #add}, with the elements of {@code <dependencies>} as they are to be. */
    public FileRepository addWith(String coordinate, String dependencies) throws IOException {
        Coordinate artifact = Coordinate.parse(coordinate);
        Path version = Files.createDirectories(folderOf(artifact));
        String name = artifact.artifactId() + "-" + artifact.version();
        write(version.resolve(name + ".pom"), """
                <project><modelVersion>4.0.0</modelVersion><groupId>%s</groupId><artifactId>%s</artifactId>
                <version>%s</version><packaging>%s</packaging><dependencies>%s</dependencies></project>
                """.formatted(
                        artifact.groupId(),
                        artifact.artifactId(),
                        artifact.version(),
                        artifact.extension(),
                        dependencies)
                .getBytes(StandardCharsets.UTF_8));
        if (!artifact.extension().equals("pom")) {
            String classifier = artifact.classifier().isEmpty() ? "" : "-" + artifact.classifier();
            write(
                    version.resolve(name + classifier + "." + artifact.extension()),
                    jar(artifact.artifactId() + classifier + ".txt", artifact.version()));
        }
        listVersions(version.getParent(), artifact);
        return this;
    }

    public static String dependency(Coordinate artifact, String more) {
        return "<dependency><groupId>" + artifact.groupId() + "</groupId><artifactId>" + artifact.artifactId()
                + "</artifactId><version>" + artifact.version() + "</version>" + more + "</dependency>";
    }

    private static byte[] jar(String entry, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void listVersions(Path artifactFolder, Coordinate artifact) throws IOException {
        List<String> versions;
        try (var folders = Files.list(artifactFolder)) {
            versions = folders.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
        write(artifactFolder.resolve("maven-metadata.xml"), """
                <metadata><groupId>%s</groupId><artifactId>%s</artifactId><versioning><latest>%s</latest>
                <release>%s</release><versions>%s</versions></versioning></metadata>
                """.formatted(
                        artifact.groupId(),
                        artifact.artifactId(),
                        versions.getLast(),
                        versions.getLast(),
                        versions.stream()
                                .map(version -> "<version>" + version + "</version>")
                                .collect(Collectors.joining()))
                .getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
        try {
            Files.writeString(
                    file.resolveSibling(file.getFileName() + ".sha1"),
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
