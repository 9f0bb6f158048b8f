package segue.audio.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The table of a scan: a row a recording that was heard, with the recordings marked that are there twice. */
public final class ScanTable {
    private final List<String> descriptors;
    private final List<FeatureTable.Row> rows;

    private ScanTable(List<String> descriptors, List<FeatureTable.Row> rows) {
        this.descriptors = descriptors;
        this.rows = rows;
    }

    /**
     * @param descriptors those of {@link Definition#names}
     * @param paths of the files as a person named them, sorted
     * @param files what was found in each; those that are unusable get no row
     */
    public static ScanTable of(List<String> descriptors, List<String> paths, List<ScannedFile> files) {
        if (paths.size() != files.size()) {
            throw new IllegalArgumentException(
                    "there must be a path a file but there are %d and %d".formatted(paths.size(), files.size()));
        }
        List<ScanWork.Done> done = new ArrayList<>(paths.size());
        for (int i = 0; i < paths.size(); i++) {
            done.add(new ScanWork.Done(paths.get(i), files.get(i).entry()));
        }
        return of(descriptors, done);
    }

    static ScanTable of(List<String> descriptors, List<ScanWork.Done> done) {
        List<ScanWork.Done> heard = done.stream()
                .filter(file -> file.entry().outcome() instanceof Outcome.Heard)
                .toList();
        int[] first =
                SameRecordings.among(heard.stream().map(ScanWork.Done::entry).toList());
        List<FeatureTable.Row> rows = new ArrayList<>(heard.size());
        for (int i = 0; i < first.length; i++) {
            String sameAs = first[i] == i ? "" : heard.get(first[i]).path();
            rows.add(new FeatureTable.Row(heard.get(i).path(), heard.get(i).entry(), sameAs));
        }
        return new ScanTable(List.copyOf(descriptors), rows);
    }

    /** Names of the columns: first what a recording is, as texts, its length and its silence, then its descriptors. */
    public static List<String> columns(List<String> descriptors) {
        return FeatureTable.header(descriptors);
    }

    /**
     * One row, as {@link #columns} has it: a {@link Double} for {@code duration_seconds}, a {@link Boolean} for
     * {@code silent}, texts for the other columns about the recording, a {@link Float} a descriptor; null is what is not
     * known or not finite.
     *
     * @param file one that was heard
     * @param sameAs path of the first file with this recording; empty where this is it
     */
    public static List<Object> values(List<String> descriptors, String path, ScannedFile file, String sameAs) {
        return FeatureTable.values(new FeatureTable.Row(path, file.entry(), sameAs), descriptors);
    }

    /** Recordings. */
    public int size() {
        return rows.size();
    }

    /** As its owner named the file. */
    public String path(int row) {
        return rows.get(row).path();
    }

    /** What was found in the file. */
    public ScannedFile file(int row) {
        return new ScannedFile(rows.get(row).entry());
    }

    /** Path of the first file with this recording; empty where this is it. */
    public String sameAs(int row) {
        return rows.get(row).sameAs();
    }

    /** Writes all of it as CSV, whole or not at all; a number has the digits that lead back to it. */
    public void write(Path csv) throws IOException {
        FeatureTable.write(csv, descriptors, rows);
    }

    /** Rows that hold the recording of an earlier row. */
    public List<ScanReport.Duplicate> duplicates() {
        Set<String> hashes = new HashSet<>();
        List<ScanReport.Duplicate> duplicates = new ArrayList<>();
        for (FeatureTable.Row row : rows) {
            boolean isCopy = !hashes.add(row.entry().sha256());
            if (!row.sameAs().isEmpty()) {
                duplicates.add(new ScanReport.Duplicate(row.path(), row.sameAs(), isCopy));
            }
        }
        return duplicates;
    }

    /** Rows whose files have something wrong with them. */
    public List<ScanReport.Warning> warnings() {
        return rows.stream()
                .flatMap(row -> heard(row).warning().stream().map(text -> new ScanReport.Warning(row.path(), text)))
                .toList();
    }

    /** Of sound in all rows. */
    public double seconds() {
        return rows.stream().mapToDouble(row -> heard(row).seconds()).sum();
    }

    private static Outcome.Heard heard(FeatureTable.Row row) {
        return (Outcome.Heard) row.entry().outcome();
    }
}
