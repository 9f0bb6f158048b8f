package segue.audio.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.audio.FrameFeatures;
import segue.audio.signal.Signal;
import segue.matrix.Npy;

class FolderScanTest {
    @TempDir
    Path folder;

    private Path music;
    private Path out;

    @BeforeEach
    void place() throws IOException {
        music = Files.createDirectory(folder.resolve("music"));
        out = folder.resolve("features.csv");
    }

    private ScanReport scan() throws IOException {
        return FolderScan.of(music, ScanOptions.to(out).withJobs(2)).run();
    }

    private void tunes(String... names) throws IOException {
        for (String name : names) {
            Tunes.write(music.resolve(name), name.hashCode(), 0.5);
        }
    }

    private List<NamedCsvRecord> table() throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(out)) {
            return csv.stream().toList();
        }
    }

    private List<String> column(String name) throws IOException {
        return table().stream().map(row -> row.getField(name)).toList();
    }

    private List<String> names() throws IOException {
        return column("path").stream()
                .map(path -> music.relativize(Path.of(path)).toString())
                .toList();
    }

    @Test
    void the_table_has_a_row_a_recording_sorted_by_path() throws IOException {
        tunes("b.wav", "a/z.wav", "a/b/y.wav", "a.wav");
        ScanReport report = scan();
        assertThat(names()).containsExactly("a.wav", "a/b/y.wav", "a/z.wav", "b.wav");
        assertThat(column("duration_seconds")).containsOnly("0.5");
        assertThat(column("rms_mean"))
                .allSatisfy(rms -> assertThat(Float.parseFloat(rms)).isPositive());
        assertThat(report.rows()).isEqualTo(4);
        assertThat(report.audioSeconds()).isEqualTo(2);
        assertThat(report.hoursPerMinute()).isPositive();
    }

    @Test
    void the_table_is_the_same_however_many_work_on_it() throws IOException {
        for (int i = 0; i < 40; i++) {
            Tunes.write(music.resolve("t%02d.wav".formatted(i % 2 == 0 ? i : 99 - i)), i / 3, 0.5);
        }
        FolderScan.of(music, ScanOptions.to(out).withJobs(1)).run();
        byte[] alone = Files.readAllBytes(out);
        Path other = folder.resolve("other.csv");
        FolderScan.of(music, ScanOptions.to(other).withJobs(7)).run();
        assertThat(other).hasBinaryContent(alone);
    }

    @Test
    void a_second_run_listens_to_nothing_and_writes_the_same() throws IOException {
        tunes("a.wav", "b.wav");
        scan();
        byte[] before = Files.readAllBytes(out);
        Files.delete(out);
        ScanReport again = scan();
        assertThat(again.heard()).isZero();
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(out).hasBinaryContent(before);
    }

    @Test
    void a_changed_file_is_listened_to_again_and_no_other() throws IOException {
        tunes("a.wav", "b.wav");
        scan();
        Tunes.write(music.resolve("a.wav"), 77, 1.5);
        ScanReport again = scan();
        assertThat(again.heard()).isEqualTo(1);
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(column("duration_seconds")).containsExactly("1.5", "0.5");
    }

    @Test
    void a_file_that_was_only_touched_is_known_by_its_content() throws IOException {
        tunes("a.wav");
        scan();
        Files.setLastModifiedTime(music.resolve("a.wav"), FileTime.fromMillis(5_000));
        ScanReport again = scan();
        assertThat(again.heard()).isZero();
        assertThat(again.recognised()).isEqualTo(1);
        assertThat(scan().unchanged()).isEqualTo(1);
    }

    @Test
    void moved_and_renamed_files_are_known_by_their_content() throws IOException {
        tunes("a.wav", "b.wav");
        scan();
        Files.move(music, folder.resolve("elsewhere"));
        music = folder.resolve("elsewhere");
        Files.move(music.resolve("a.wav"), music.resolve("z.wav"));
        ScanReport again = scan();
        assertThat(again.heard()).isZero();
        assertThat(again.recognised()).isEqualTo(2);
        assertThat(names()).containsExactly("b.wav", "z.wav");
    }

    @Test
    void rows_of_deleted_files_are_dropped_and_told_and_come_back_unheard() throws IOException {
        tunes("a.wav", "b.wav");
        scan();
        Files.move(music.resolve("a.wav"), folder.resolve("kept.wav"));
        ScanReport again = scan();
        assertThat(again.dropped()).isEqualTo(1);
        assertThat(again.summary()).contains("1 row of before is no longer found");
        assertThat(names()).containsExactly("b.wav");
        Files.move(folder.resolve("kept.wav"), music.resolve("a.wav"));
        assertThat(scan().heard()).isZero();
    }

    @Test
    void a_file_that_is_no_recording_is_told_with_its_reason_once_listened_to() throws IOException {
        tunes("good.wav");
        Files.writeString(music.resolve("bad.mp3"), "this is no music");
        Files.createFile(music.resolve("empty.ogg"));
        ScanReport first = scan();
        assertThat(first.rows()).isEqualTo(1);
        assertThat(first.failures())
                .extracting(ScanReport.Failure::path)
                .containsExactly(
                        music.resolve("bad.mp3").toString(),
                        music.resolve("empty.ogg").toString());
        assertThat(first.failures())
                .allSatisfy(failure -> assertThat(failure.reason()).isNotBlank());
        ScanReport again = scan();
        assertThat(again.failures()).isEqualTo(first.failures());
        assertThat(again.heard()).isZero();
    }

    @Test
    void a_file_that_was_cut_keeps_its_row_and_is_told_also_when_it_is_unchanged() throws IOException {
        Path whole = Tunes.write(music.resolve("a.wav"), 1, 2);
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(music.resolve("cut.wav"), Arrays.copyOf(bytes, bytes.length / 2));
        for (int run = 0; run < 2; run++) {
            ScanReport report = scan();
            assertThat(names()).containsExactly("a.wav", "cut.wav");
            assertThat(report.warnings())
                    .containsExactly(new ScanReport.Warning(
                            music.resolve("cut.wav").toString(), "ends after 1.0 s of about 2.0 s"));
            assertThat(report.summary()).contains("1 is cut or damaged");
        }
    }

    @Test
    void a_table_is_not_replaced_where_nothing_could_be_read() throws IOException {
        tunes("a.wav");
        scan();
        byte[] before = Files.readAllBytes(out);
        Files.writeString(music.resolve("a.wav"), "no music any more");
        assertThat(scan().rows()).isZero();
        assertThat(out).hasBinaryContent(before);
    }

    @Test
    void copies_are_listened_to_once_and_lead_to_the_first_by_path() throws IOException {
        tunes("b.wav");
        Files.copy(music.resolve("b.wav"), music.resolve("c.wav"));
        Files.copy(music.resolve("b.wav"), music.resolve("a.wav"));
        ScanReport report = scan();
        String first = music.resolve("a.wav").toString();
        assertThat(report.heard()).isEqualTo(1);
        assertThat(column("same_recording_as")).containsExactly("", first, first);
        assertThat(report.duplicates())
                .containsExactly(
                        new ScanReport.Duplicate(music.resolve("b.wav").toString(), first, true),
                        new ScanReport.Duplicate(music.resolve("c.wav").toString(), first, true));
    }

    @Test
    void the_same_sound_behind_some_silence_leads_to_the_first() throws IOException {
        float[] tune = Tunes.melody(5, 8);
        float[] later = new float[tune.length + 15_000];
        System.arraycopy(tune, 0, later, 15_000, tune.length);
        Tunes.write(music.resolve("a.wav"), tune);
        Tunes.write(music.resolve("b.wav"), later);
        assertThat(scan().duplicates())
                .containsExactly(new ScanReport.Duplicate(
                        music.resolve("b.wav").toString(),
                        music.resolve("a.wav").toString(),
                        false));
    }

    @Test
    void silence_is_kept_and_marked() throws IOException {
        tunes("a.wav");
        Tunes.write(music.resolve("quiet.wav"), new float[22_050]);
        Tunes.write(music.resolve("quieter.wav"), new float[33_075]);
        scan();
        assertThat(column("silent")).containsExactly("0", "1", "1");
        assertThat(column("same_recording_as")).containsOnly("");
    }

    @Test
    void names_of_any_kind_come_back() throws IOException {
        String[] odd = {
            " a b.wav", "\"q\", 'q'.wav", "line\nbreak.wav", "🎵 Ünïcödé 音楽.wav", "tab\tcomma,.wav", "100%.wav"
        };
        tunes(odd);
        scan();
        assertThat(names()).containsExactlyInAnyOrder(odd);
        assertThat(scan().unchanged()).isEqualTo(odd.length);
    }

    @Test
    void a_name_that_is_no_text_is_told_as_its_address() throws IOException, InterruptedException {
        tunes("a.wav");
        Process bash = new ProcessBuilder("bash", "-c", "cp a.wav $'caf\\xe9.wav' && cp a.wav $'caf\\xe8.wav'")
                .directory(music.toFile())
                .inheritIO()
                .start();
        assumeTrue(bash.waitFor() == 0, "this file system takes no names that are not UTF-8");
        scan();
        assertThat(column("path")).anyMatch(path -> path.startsWith("file:///") && path.endsWith("caf%E9.wav"));
        assertThat(column("path")).anyMatch(path -> path.startsWith("file:///") && path.endsWith("caf%E8.wav"));
        assertThat(scan().unchanged()).isEqualTo(3);
    }

    @Test
    void hidden_files_are_left_out_and_others_counted() throws IOException {
        tunes("a.wav", ".hidden.wav", ".folder/b.wav");
        Files.writeString(music.resolve("cover.jpg"), "picture");
        Files.writeString(music.resolve("notes"), "text");
        Files.copy(music.resolve("a.wav"), music.resolve("without ending"));
        ScanReport report = scan();
        assertThat(names()).containsExactly("a.wav", "without ending");
        assertThat(report.ignored()).isEqualTo(2);
    }

    @Test
    void a_file_that_is_named_counts_whatever_it_is_called() throws IOException {
        Path odd = Tunes.write(music.resolve(".song.data"), 1, 0.5);
        assertThat(FolderScan.of(odd, ScanOptions.to(out)).run().rows()).isEqualTo(1);
    }

    @Test
    void links_in_circles_end_and_a_file_reached_twice_counts_once() throws IOException {
        tunes("deep/a.wav");
        Files.createSymbolicLink(music.resolve("deep/circle"), music);
        Files.createSymbolicLink(music.resolve("shortcut"), music.resolve("deep"));
        Files.createSymbolicLink(music.resolve("nowhere.wav"), music.resolve("gone.wav"));
        ScanReport report = FolderScan.of(
                        List.of(music, music.resolve("deep/a.wav"), music.resolve("deep")), ScanOptions.to(out))
                .run();
        assertThat(names()).containsExactly("deep/a.wav");
        assertThat(report.failures()).isNotEmpty().allSatisfy(failure -> {
            assertThat(failure.path()).endsWith("nowhere.wav");
            assertThat(failure.reason()).isEqualTo("it is a link to nothing");
        });
    }

    @Test
    void a_path_that_is_missing_is_told_before_anything_is_done() throws IOException {
        tunes("a.wav");
        Path missing = folder.resolve("mussic");
        assertThatThrownBy(() -> FolderScan.of(List.of(music, missing), ScanOptions.to(out))
                        .run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(missing + ": no such file or folder");
        assertThat(folder.toFile().list()).containsExactly("music");
    }

    @Test
    void no_name_and_a_device_are_no_recordings() {
        ScanOptions options = ScanOptions.to(out);
        assertThatThrownBy(() -> FolderScan.of(Path.of(""), options).run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"\": is no file or folder; the folder you are in is .");
        Path endless = Path.of("/dev/zero");
        assumeTrue(Files.exists(endless), "this system has no /dev/zero");
        assertThatThrownBy(() -> FolderScan.of(endless, options).run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("/dev/zero: is a device or a pipe, not a file or folder");
    }

    @Test
    void an_empty_folder_leaves_nothing_behind() throws IOException {
        assertThat(scan().rows()).isZero();
        assertThat(folder.toFile().list()).containsExactly("music");
    }

    @Test
    void a_file_that_may_not_be_read_is_tried_again_next_time() throws IOException {
        tunes("a.wav", "b.wav");
        Path locked = music.resolve("a.wav");
        assumeTrue(locked.toFile().setReadable(false) && !Files.isReadable(locked), "this user may read every file");
        assertThat(scan().failures()).containsExactly(new ScanReport.Failure(locked.toString(), "permission denied"));
        assertThat(locked.toFile().setReadable(true)).isTrue();
        assertThat(scan().rows()).isEqualTo(2);
    }

    @Test
    void two_scans_of_one_table_do_not_mix() throws IOException {
        tunes("a.wav");
        scan();
        try (Journal open = Journal.open(folder.resolve("features.csv.journal"), Definition.ofThisProgram())) {
            assertThat(open.entries()).hasSize(1);
            assertThatThrownBy(this::scan).hasMessageContaining("another scan is writing here");
        }
    }

    @Test
    void thousands_of_names_in_one_folder_are_looked_through() throws IOException {
        tunes("m.wav");
        for (int i = 0; i < 3_000; i++) {
            Files.createLink(music.resolve("m%04d.wav".formatted(i)), music.resolve("m.wav"));
        }
        ScanReport report = scan();
        assertThat(report.rows()).isEqualTo(3_001);
        assertThat(report.heard()).isEqualTo(1);
        assertThat(report.duplicates()).hasSize(3_000);
    }

    @Test
    void frames_are_written_once_a_content_and_made_up_for_later() throws IOException {
        tunes("x.wav", "sub/x.wav");
        Tunes.write(music.resolve("sub/x.wav"), 9, 0.5);
        scan();
        Path frames = folder.resolve("frames");
        ScanOptions options = ScanOptions.to(out).withFrames(frames);
        FolderScan.of(music, options).run();
        String hash = column("sha256").getLast().substring(0, 16);
        assertThat(Npy.readMatrix(frames.resolve("x." + hash + ".rms.npy")).rows())
                .isEqualTo(22);
        int features =
                FrameFeatures.of(Signal.of(new float[100], 22_050)).values().size();
        assertThat(frames.toFile().list()).hasSize(2 * features);
        assertThat(FolderScan.of(music, options).run().unchanged()).isEqualTo(2);
    }
}
