package segue.spark.audio;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import segue.audio.AudioKind;
import segue.audio.scan.AudioFiles;
import segue.audio.scan.PathText;
import segue.audio.scan.ScanReport;

/**
 * The recordings that inputs name, each once, sorted by path.
 *
 * @param unreadable what could not be looked at
 * @param ignored files in the folders that are no recordings
 */
record Listing(List<Sighting.Seen> recordings, List<ScanReport.Failure> unreadable, int ignored) {
    /** More than so many are looked at by tasks. */
    private static final int MOST_ON_DRIVER = 2_000;

    /** @throws IllegalArgumentException if an input does not exist */
    static Listing of(JavaSparkContext spark, List<String> inputs) throws IOException {
        Search search = new Search(spark.hadoopConfiguration());
        for (String input : inputs) {
            search.add(input);
        }
        search.addLocal();
        List<Sighting.Seen> seen = new ArrayList<>(search.seen);
        for (Sighting sighting : sightings(spark, search.names)) {
            switch (sighting) {
                case Sighting.Seen file -> seen.add(file);
                case Sighting.Unseen(ScanReport.Failure failure) -> search.unreadable.add(failure);
            }
        }
        seen.sort(Comparator.comparing(Sighting.Seen::path));
        Set<String> places = new HashSet<>();
        seen.removeIf(file -> !places.add(file.stamp().path()));
        return new Listing(seen, List.copyOf(new HashSet<>(search.unreadable)), search.ignored);
    }

    private static List<Sighting> sightings(JavaSparkContext spark, List<String> names) {
        Configuration hadoop = spark.hadoopConfiguration();
        String from = java.nio.file.Path.of("").toAbsolutePath().toString();
        if (names.size() <= MOST_ON_DRIVER) {
            return names.stream().map(name -> Sighting.of(hadoop, from, name)).toList();
        }
        Broadcast<SerializableConfiguration> settings = spark.broadcast(new SerializableConfiguration(hadoop));
        return spark.parallelize(names, Math.ceilDiv(names.size(), MOST_ON_DRIVER))
                .map(name -> Sighting.of(settings.value().value(), from, name))
                .collect();
    }

    private static final class Search {
        private final Configuration hadoop;
        private final List<java.nio.file.Path> local = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final List<Sighting.Seen> seen = new ArrayList<>();
        private final List<ScanReport.Failure> unreadable = new ArrayList<>();
        private int ignored;

        Search(Configuration hadoop) {
            this.hadoop = hadoop;
        }

        void add(String input) throws IOException {
            if (StoredSound.isLocal(hadoop, input)) {
                java.nio.file.Path file = StoredSound.local(input);
                if (Files.isRegularFile(file) && isListing(input)) {
                    addLines(new Path(file.toAbsolutePath().toUri()), input);
                } else if (Files.exists(file) || !isPattern(input)) {
                    local.add(file);
                } else {
                    addMatches(input);
                }
            } else {
                addMatches(input);
            }
        }

        /** What the library finds in the folders of this machine, in its words. */
        void addLocal() throws IOException {
            AudioFiles found = AudioFiles.under(local);
            found.recordings().forEach(file -> names.add(PathText.of(file)));
            unreadable.addAll(found.unreadable());
            ignored += found.ignored();
        }

        private void addMatches(String input) throws IOException {
            Path path = new Path(input);
            FileSystem files = path.getFileSystem(hadoop);
            FileStatus[] found;
            try {
                found = new FileStatus[] {files.getFileStatus(path)};
            } catch (FileNotFoundException noName) {
                found = isPattern(input) ? files.globStatus(path) : null;
            }
            if (found == null || found.length == 0) {
                throw new IllegalArgumentException(input + ": no such file or folder");
            }
            for (FileStatus one : found) {
                add(files, one);
            }
        }

        private void add(FileSystem files, FileStatus one) throws IOException {
            String name = one.getPath().toString();
            if (name.startsWith("file:/")) {
                local.add(java.nio.file.Path.of(one.getPath().toUri().getPath()));
            } else if (one.isDirectory()) {
                walk(files, one);
            } else if (isListing(name)) {
                addLines(one.getPath(), name);
            } else {
                seen.add(new Sighting.Seen(name, StoredSound.stamp(one)));
            }
        }

        private void walk(FileSystem files, FileStatus folder) {
            try {
                for (FileStatus one : files.listStatus(folder.getPath())) {
                    String name = one.getPath().getName();
                    if (name.startsWith(".")) {
                        continue;
                    }
                    if (one.isDirectory()) {
                        walk(files, one);
                    } else if (AudioKind.isNamedAsOne(name)) {
                        seen.add(new Sighting.Seen(one.getPath().toString(), StoredSound.stamp(one)));
                    } else {
                        ignored++;
                    }
                }
            } catch (IOException problem) {
                unreadable.add(ScanReport.Failure.of(folder.getPath().toString(), problem));
            }
        }

        private void addLines(Path listing, String name) throws IOException {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    listing.getFileSystem(hadoop).open(listing), StandardCharsets.UTF_8.newDecoder()))) {
                lines.lines()
                        .map(line -> line.replaceFirst("^\uFEFF", ""))
                        .filter(line -> !line.isBlank())
                        .forEach(names::add);
            } catch (UncheckedIOException problem) {
                if (problem.getCause() instanceof MalformedInputException) {
                    throw new IOException(
                            name + ": is not UTF-8: a listing is a text file with a path a line", problem);
                }
                throw problem.getCause();
            }
        }

        private static boolean isListing(String name) {
            return name.toLowerCase(Locale.ROOT).endsWith(".txt");
        }

        private static boolean isPattern(String name) {
            return name.matches("(?s).*[*?\\[{].*");
        }
    }
}
