package segue.spark.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import segue.audio.scan.FileStamp;

class BatchTest {
    private static Sighting.Seen file(String name, long bytes) {
        return new Sighting.Seen(name, new FileStamp("/" + name, bytes, 0));
    }

    @Test
    void aHugeRecordingIsTheFirstTaskAndAlone() {
        List<Sighting.Seen> files = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            files.add(file("short%03d".formatted(i), 1_000 + i % 7));
        }
        files.add(file("ten hours", 6L << 30));
        List<Batch> batches = Batch.plan(files, 6, List.of());
        assertThat(batches.getFirst().names()).containsExactly("ten hours");
        assertThat(batches).allSatisfy(batch -> assertThat(batch.names()).hasSizeBetween(1, Batch.MOST_FILES));
        assertThat(batches.stream().flatMap(batch -> batch.names().stream()))
                .hasSize(1_001)
                .doesNotHaveDuplicates();
    }

    @Test
    void fewRecordingsAreShared() {
        assertThat(Batch.plan(List.of(file("a", 1), file("b", 2), file("c", 3)), 6, List.of()))
                .extracting(Batch::names)
                .containsExactly(List.of("c"), List.of("b"), List.of("a"));
        assertThat(Batch.plan(List.of(), 6, List.of())).isEmpty();
    }
}
