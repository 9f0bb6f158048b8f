package segue.kernel.install;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The folder of our kernelspec below one of Jupyter's data folders.
 *
 * @param path {@code …/kernels/java}
 */
record KernelFolder(Path path) {
    /** @param dataFolder {@code …/share/jupyter} or the user's own data folder */
    static KernelFolder below(Path dataFolder) {
        return new KernelFolder(
                dataFolder.resolve("kernels").resolve(KernelSpec.NAME).toAbsolutePath());
    }

    enum Outcome {
        INSTALLED,
        UNCHANGED
    }

    /** Thrown where the folder holds a kernel of somebody else. */
    static final class ForeignKernelException extends IOException {
        private static final long serialVersionUID = 1;

        ForeignKernelException(String message) {
            super(message);
        }
    }

    /**
     * Writes the spec beside its place and moves it there, so that Jupyter never sees half of it. Leaves alone what is
     * already right.
     *
     * @param force replace a kernel of somebody else
     */
    Outcome install(Map<String, byte[]> files, boolean force) throws IOException {
        if (exists() && !force) {
            checkOurs("give --force to replace it, or --prefix to install elsewhere");
        }
        if (holds(files)) {
            return Outcome.UNCHANGED;
        }
        Files.createDirectories(path.getParent());
        Path beside = Files.createTempDirectory(path.getParent(), ".segue-new-");
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(beside.resolve(file.getKey()), file.getValue());
            }
            openToAll(beside);
            replaceWith(beside);
        } finally {
            delete(beside);
        }
        return Outcome.INSTALLED;
    }

    /** Every file is moved over its predecessor in one step: Jupyter may look at any moment. */
    private void replaceWith(Path beside) throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            delete(path);
            Files.move(beside, path);
            return;
        }
        Set<Path> wanted = new HashSet<>();
        for (Path file : list(beside)) {
            Path place = path.resolve(file.getFileName());
            if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
                delete(place);
            }
            Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
            wanted.add(place);
        }
        for (Path file : list(path)) {
            if (!wanted.contains(file)) {
                delete(file);
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** A temporary folder is its owner's alone, but a kernel below a shared prefix is for every user. */
    private static void openToAll(Path folder) throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** @return false if there was nothing to remove */
    boolean uninstall() throws IOException {
        if (!exists()) {
            return false;
        }
        checkOurs("it stays");
        delete(path);
        return true;
    }

    private boolean exists() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private void checkOurs(String advice) throws IOException {
        Path json = path.resolve("kernel.json");
        if (!Files.exists(json)) {
            throw new ForeignKernelException(path + " holds something that is no kernel of Segue: " + advice);
        }
        JsonNode spec;
        try {
            spec = new ObjectMapper().readTree(Files.readAllBytes(json));
        } catch (JsonProcessingException e) {
            throw new ForeignKernelException(json + " is no readable kernel of Segue: " + advice);
        }
        if (!KernelSpec.MARK.equals(spec.path("metadata").path("implementation").asText())) {
            String name = spec.path("display_name").asText("without a name");
            throw new ForeignKernelException(path + " holds another kernel (" + name + "): " + advice);
        }
    }

    private boolean holds(Map<String, byte[]> files) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        Set<String> names = new TreeSet<>();
        list(path).forEach(file -> names.add(file.getFileName().toString()));
        if (!names.equals(files.keySet())) {
            return false;
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (!Arrays.equals(Files.readAllBytes(path.resolve(file.getKey())), file.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** Does not follow links out of the folder. */
    private static void delete(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(root)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
