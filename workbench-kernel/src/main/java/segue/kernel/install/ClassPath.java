package segue.kernel.install;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes a class path out. A star stands for jars in whatever order the folder has them: an AOT cache is good for one order
 * only, and the first class should not be looked for in sixty jars.
 */
final class ClassPath {
    private static final String OUR_JARS = "workbench-kernel";

    private ClassPath() {}

    /** @throws IllegalArgumentException if a folder with a star is not there */
    static String expand(String classpath) throws IOException {
        List<String> entries = new ArrayList<>();
        for (String entry : classpath.split(File.pathSeparator)) {
            if (entry.endsWith("/*") || entry.endsWith(File.separator + "*")) {
                jars(Path.of(entry.substring(0, entry.length() - 2))).forEach(jar -> entries.add(jar.toString()));
            } else if (!entry.isBlank()) {
                entries.add(entry);
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("the class path names " + folder + ", which is no folder");
        }
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
            files.forEach(jars::add);
        }
        jars.sort(
                Comparator.comparing((Path jar) -> !jar.getFileName().toString().startsWith(OUR_JARS))
                        .thenComparing(Path::getFileName));
        return jars;
    }
}
