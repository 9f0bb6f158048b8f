package segue.spark.audio;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import segue.audio.scan.ScannedFile;

/**
 * The recordings that one task listens to, and whose journal is written at once.
 *
 * @param number from 0
 * @param files the recordings
 * @param known lines of a journal: files of the same sizes, whose contents need not be listened to again
 */
record Batch(int number, List<Sighting.Seen> files, List<byte[]> known) implements Serializable {
    /** So much is lost at most where a task is killed. */
    static final int MOST_FILES = 32;

    static final long MOST_BYTES = 64L << 20;

    private static final int MOST_KNOWN = 64;

    /**
     * The largest recordings first, so that none of them is waited for alone at the end.
     *
     * @param tasks how many batches there are at least, where there are so many recordings
     * @param known files that may have been moved, or only touched
     */
    static List<Batch> plan(List<Sighting.Seen> recordings, int tasks, List<ScannedFile> known) {
        Map<Long, List<ScannedFile>> bySize = new LinkedHashMap<>();
        for (ScannedFile file : known) {
            bySize.computeIfAbsent(file.stamp().bytes(), size -> new ArrayList<>())
                    .add(file);
        }
        List<Sighting.Seen> largestFirst = new ArrayList<>(recordings);
        largestFirst.sort(
                Comparator.<Sighting.Seen>comparingLong(file -> -file.stamp().bytes())
                        .thenComparing(Sighting.Seen::path));
        int most = Math.clamp(recordings.size() / tasks, 1, MOST_FILES);
        long total = recordings.stream().mapToLong(file -> file.stamp().bytes()).sum();
        long mostBytes = Math.min(MOST_BYTES, total / tasks);
        List<Batch> batches = new ArrayList<>();
        List<Sighting.Seen> batch = new ArrayList<>();
        long bytes = 0;
        for (Sighting.Seen file : largestFirst) {
            if (!batch.isEmpty()
                    && (batch.size() == most || bytes + file.stamp().bytes() > mostBytes)) {
                batches.add(of(batches.size(), batch, bySize));
                batch.clear();
                bytes = 0;
            }
            batch.add(file);
            bytes += file.stamp().bytes();
        }
        if (!batch.isEmpty()) {
            batches.add(of(batches.size(), batch, bySize));
        }
        return batches;
    }

    /** Of its files, as a person named them. */
    List<String> names() {
        return files.stream().map(Sighting.Seen::path).toList();
    }

    private static Batch of(int number, List<Sighting.Seen> files, Map<Long, List<ScannedFile>> bySize) {
        Set<String> hashes = new LinkedHashSet<>();
        List<byte[]> known = new ArrayList<>();
        for (Sighting.Seen file : files) {
            for (ScannedFile same : bySize.getOrDefault(file.stamp().bytes(), List.of())) {
                if (known.size() < MOST_KNOWN && hashes.add(same.sha256())) {
                    known.add(same.line());
                }
            }
        }
        return new Batch(number, List.copyOf(files), known);
    }
}
