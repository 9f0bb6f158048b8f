package segue.catalog;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The public data sets that this project knows: what they are, where they are to be had, and whether the files of a data
 * folder are the ones meant.
 *
 * <pre>{@code
 * for (DataSets.Check check : DataSets.known().check(Path.of("data"))) System.out.println(check);
 * DataSets.known().get("fma-metadata", Path.of("data"), (done, total) -> {});
 * }</pre>
 */
public final class DataSets {
    private final List<DataSet> sets;

    private DataSets(List<DataSet> sets) {
        this.sets = List.copyOf(sets);
    }

    /**
     * One data set, one file.
     *
     * @param name short, to type
     * @param description one line
     * @param file its place in a data folder
     * @param bytes its size, null where not published
     * @param sha256 its checksum in hexadecimal, null where not published
     * @param sha1 an older checksum, where that is what the publisher gives, else null
     * @param licence of the data
     * @param page where people get it, null where nobody can
     * @param url direct download, null where a person has to go through the page
     * @param note what else to know, or null
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record DataSet(
            String name,
            String description,
            String file,
            Long bytes,
            String sha256,
            String sha1,
            String licence,
            String page,
            URI url,
            String note) {
        Optional<String> checksum() {
            return Optional.ofNullable(sha256 != null ? sha256 : sha1);
        }

        /** The page, or the note where there is no page. */
        public String whereToGet() {
            return page == null ? note : "get it from " + page;
        }

        String algorithm() {
            return sha256 != null ? "SHA-256" : "SHA-1";
        }
    }

    /** What stands in a data folder. */
    public enum State {
        /** The file is there and is the one meant. */
        OK,
        /** The file is there, but no checksum is published to compare with. */
        UNVERIFIED,
        /** The file is not there. */
        MISSING,
        /** The file differs from the one meant. */
        DIFFERENT
    }

    /**
     * @param set that was looked for
     * @param state of its file
     * @param message one sentence
     */
    public record Check(DataSet set, State state, String message) {
        @Override
        public String toString() {
            return set.name() + ": " + message;
        }
    }

    /** Told about bytes as they arrive. */
    @FunctionalInterface
    public interface Progress {
        /**
         * @param done bytes so far, those of an earlier try included
         * @param total bytes in all, -1 where the server does not say
         */
        void at(long done, long total);
    }

    /** Those of the manifest in the library. */
    public static DataSets known() {
        try (InputStream in = DataSets.class.getResourceAsStream("/segue/sample/manifest.json")) {
            if (in == null) {
                throw new IllegalStateException("the library's jar lacks segue/sample/manifest.json: build it again");
            }
            return new DataSets(new ObjectMapper().readValue(in, Manifest.class).sets());
        } catch (IOException e) {
            throw new IllegalStateException("the library's manifest of data sets cannot be read", e);
        }
    }

    /** Those of a manifest of one's own, in the form of {@code data/manifest.json}. */
    public static DataSets of(Path manifest) {
        try {
            return new DataSets(new ObjectMapper()
                    .readValue(Files.readAllBytes(manifest), Manifest.class)
                    .sets());
        } catch (IOException e) {
            throw new CatalogException(
                    manifest.toString(),
                    "it is no manifest: " + e.getMessage(),
                    "See data/manifest.json for the form",
                    e);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Manifest(List<DataSet> sets) {}

    public List<DataSet> list() {
        return sets;
    }

    /** @throws IllegalArgumentException where none has this name; the message lists the names */
    public DataSet named(String name) {
        return sets.stream()
                .filter(set -> set.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "there is no data set called %s; there are %s",
                        name,
                        sets.stream().map(DataSet::name).collect(Collectors.joining(", ")))));
    }

    /** Looks for every data set in {@code folder}; reads each file once to compare its checksum. */
    public List<Check> check(Path folder) {
        return sets.stream().map(set -> check(set, folder)).toList();
    }

    /**
     * Downloads a data set into {@code folder}, goes on where an earlier try stopped, and verifies it. Does nothing where
     * the file is there and right.
     *
     * @return the file
     * @throws CatalogException where there is no direct download, the server or the disk refuses, or the checksum differs
     */
    public Path get(String name, Path folder, Progress progress) {
        DataSet set = named(name);
        Path root = folder.toAbsolutePath().normalize();
        if (!root.resolve(set.file()).normalize().startsWith(root)) {
            throw new CatalogException(
                    set.name(),
                    String.format(Locale.ROOT, "its file %s lies outside the folder", set.file()),
                    "Correct the manifest");
        }
        Check present = check(set, folder);
        if (present.state() == State.OK || present.state() == State.UNVERIFIED) {
            return folder.resolve(set.file());
        }
        return new Download(set, folder.resolve(set.file()), progress).run();
    }

    static String sha256(String text) {
        return HexFormat.of().formatHex(InputFile.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String digest(Path file, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Check check(DataSet set, Path folder) {
        Path file = folder.resolve(set.file());
        if (!Files.isRegularFile(file)) {
            return new Check(
                    set,
                    State.MISSING,
                    String.format(Locale.ROOT, "not here; it would be %s (%s)", set.file(), set.whereToGet()));
        }
        try {
            long bytes = Files.size(file);
            if (set.bytes() != null && bytes != set.bytes()) {
                return new Check(
                        set, State.DIFFERENT, String.format(Locale.ROOT, "has %,d bytes, not %,d", bytes, set.bytes()));
            }
            if (set.checksum().isEmpty()) {
                return new Check(
                        set,
                        State.UNVERIFIED,
                        String.format(Locale.ROOT, "here, %,d bytes; no checksum is published", bytes));
            }
            String found = digest(file, Download.digest(set));
            return found.equalsIgnoreCase(set.checksum().get())
                    ? new Check(
                            set,
                            State.OK,
                            String.format(Locale.ROOT, "here, %,d bytes, %s is right", bytes, set.algorithm()))
                    : new Check(
                            set,
                            State.DIFFERENT,
                            String.format(
                                    Locale.ROOT,
                                    "its %s is %s, not %s",
                                    set.algorithm(),
                                    found,
                                    set.checksum().get()));
        } catch (IOException e) {
            return new Check(set, State.DIFFERENT, "cannot be read: " + e);
        }
    }
}
