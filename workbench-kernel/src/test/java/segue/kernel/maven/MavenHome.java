package segue.kernel.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A person's home of its own for a test: settings and a local repository that no other test and no network sees. */
public final class MavenHome implements AutoCloseable {
    private final String before = System.getProperty("user.home");
    private final Path folder;

    public MavenHome(Path folder) {
        this.folder = folder;
        System.setProperty("user.home", folder.toString());
    }

    /** Puts a repository in the place of the central one, as a company does. */
    public MavenHome mirroring(String url) throws IOException {
        return settings("<mirrors><mirror><id>company</id><mirrorOf>central</mirrorOf><url>" + url
                + "</url></mirror></mirrors>");
    }

    public MavenHome settings(String elements) throws IOException {
        Files.createDirectories(folder.resolve(".m2"));
        Files.writeString(folder.resolve(".m2/settings.xml"), "<settings>" + elements + "</settings>");
        return this;
    }

    public Path localRepository() {
        return folder.resolve(".m2/repository");
    }

    @Override
    public void close() {
        System.setProperty("user.home", before);
    }
}
