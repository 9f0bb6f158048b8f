package segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MalformedInputTest {
    @TempDir
    Path folder;

    private CleaningReport report(String text) throws IOException {
        return SongFile.load(folder, text).report();
    }

    @Test
    void ragged_rows_are_rejected_and_the_others_kept() throws IOException {
        CleaningReport report = report(SongFile.THREE + "1,2,3\n"
                + SongFile.row("id4", "Four", "[]").replace("\n", ",extra\n") + SongFile.row("id5", "Five", "[]"));
        assertThat(report.kept()).isEqualTo(4);
        assertThat(report.rejections())
                .extracting(CleaningReport.Rejection::line, CleaningReport.Rejection::reason)
                .containsExactly(
                        tuple(5L, "the row has 3 fields but the header has 19"),
                        tuple(6L, "the row has 20 fields but the header has 19"));
    }

    @Test
    void an_unclosed_quote_costs_one_line() throws IOException {
        String rest = SongFile.row("id5", "Five", "[]") + SongFile.row("id6", "Six", "['B']");
        CleaningReport report = report(SongFile.THREE + SongFile.row("id4", "\"Four", "[]") + rest);
        assertThat(report.kept()).isEqualTo(5);
        assertThat(report.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.line()).isEqualTo(5);
            assertThat(rejection.reason()).isEqualTo("a quote opens here and is not closed");
        });
    }

    @Test
    void an_unclosed_quote_that_a_later_one_closes_costs_one_line_too() throws IOException {
        String rest = SongFile.row("id5", "\"Five, six\"", "[]") + SongFile.row("id6", "Six", "['B']");
        CleaningReport report = report(SongFile.THREE + SongFile.row("id4", "\"Four", "[]") + rest);
        assertThat(report.kept()).isEqualTo(5);
        assertThat(report.rejections().getFirst().line()).isEqualTo(5);
    }

    @Test
    void text_after_a_closing_quote_is_rejected_and_a_quote_inside_a_plain_field_is_not() throws IOException {
        CleaningReport report = report(
                SongFile.HEADER + SongFile.row("id4", "\"Four\"x", "[]") + SongFile.row("id5", "12\" mix", "[]"));
        assertThat(report.kept()).isEqualTo(1);
        assertThat(report.rejections().getFirst().reason()).contains("after closing quote");
    }

    @Test
    void a_row_with_a_nul_byte_is_rejected() throws IOException {
        CleaningReport report = report(SongFile.THREE + SongFile.row("id4", "a\0b", "[]"));
        assertThat(report.rejections().getFirst().reason()).isEqualTo("the line holds a NUL byte");
        assertThat(report.kept()).isEqualTo(3);
    }

    @Test
    void a_line_of_ten_megabytes_is_rejected_and_reading_goes_on() throws IOException {
        CleaningReport report =
                report(SongFile.THREE + "x".repeat(10 << 20) + "\n" + SongFile.row("id4", "Four", "[]"));
        assertThat(report.kept()).isEqualTo(4);
        assertThat(report.rejections().getFirst().line()).isEqualTo(5);
        assertThat(report.rejections().getFirst().reason()).contains("longer than 1048576 bytes");
        assertThat(report.rejections().getFirst().text()).hasSizeLessThanOrEqualTo(201);
    }

    @Test
    void a_packed_line_of_two_hundred_megabytes_is_read_in_bounded_memory() throws IOException {
        Path file = folder.resolve("bomb.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(SongFile.HEADER.getBytes(StandardCharsets.UTF_8));
            byte[] block = new byte[1 << 20];
            Arrays.fill(block, (byte) 'x');
            for (int i = 0; i < 200; i++) {
                out.write(block);
            }
        }
        CleaningReport report = Catalog.loader().load(file).report();
        assertThat(report.rejected()).isEqualTo(1);
    }

    @Test
    void a_file_that_is_not_utf_8_is_read_as_windows_1252_with_a_warning() throws IOException {
        String text = SongFile.HEADER + SongFile.row("id1", "Café ’til", "['Björk']") + SongFile.row("id2", "B", "[]");
        LoadResult result =
                Catalog.loader().load(SongFile.write(folder, text.getBytes(Charset.forName("windows-1252"))));
        assertThat(result.catalog().track(0).name()).isEqualTo("Café ’til");
        assertThat(result.report().warnings())
                .contains("1 lines are not UTF-8 and were read as windows-1252, first line 2");
    }

    @Test
    void a_truncated_gzip_keeps_what_was_read_and_says_where_it_broke() throws IOException {
        StringBuilder text = new StringBuilder(SongFile.THREE);
        Random random = new Random(3);
        for (int i = 10; i < 3000; i++) {
            text.append(SongFile.row("id" + i + random.nextLong(), "Name " + random.nextLong(), "[]"));
        }
        byte[] packed = SongFile.gzip(text.toString().getBytes(StandardCharsets.UTF_8));
        LoadResult result = Catalog.loader().load(SongFile.write(folder, Arrays.copyOf(packed, packed.length / 2)));
        assertThat(result.catalog().size()).isBetween(500, 2900);
        assertThat(result.report().rejections().getLast().reason()).contains("damaged or cut off here");
        assertThat(result.report().warnings().getFirst()).contains("what stands before it was read");
        packed[packed.length / 2] ^= 0x55;
        assertThat(Catalog.loader()
                        .load(SongFile.write(folder, packed))
                        .report()
                        .warnings())
                .anyMatch(warning -> warning.contains("damaged"));
    }

    @Test
    void more_rejections_than_are_listed_are_still_counted() throws IOException {
        CleaningReport report = report(SongFile.HEADER + "bad\n".repeat(10_050));
        assertThat(report.rejected()).isEqualTo(10_050);
        assertThat(report.rejections()).hasSize(CleaningReport.MAX_LISTED);
        assertThat(report.warnings()).contains("only the first 10,000 of 10,050 rejections are listed");
    }

    @Test
    void a_file_without_permission_is_refused_with_advice() throws IOException {
        Path file = SongFile.write(folder, SongFile.THREE);
        boolean denied = file.toFile().setReadable(false) && !Files.isReadable(file);
        Assumptions.assumeTrue(denied, "this user may read every file");
        assertThatThrownBy(() -> Catalog.load(file))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("permissions");
    }

    @Test
    void a_valid_file_cut_at_every_byte_never_throws_anything_else() throws IOException {
        byte[] whole = SongFile.THREE.getBytes(StandardCharsets.UTF_8);
        int headerEnd = SongFile.HEADER.length();
        for (int cut = 0; cut <= whole.length; cut++) {
            CleaningReport report = survives(Arrays.copyOf(whole, cut));
            if (cut > headerEnd) {
                long rows = new String(whole, headerEnd, cut - headerEnd, StandardCharsets.ISO_8859_1)
                        .lines()
                        .count();
                assertThat(report.read()).isEqualTo(rows);
            }
        }
    }

    @Test
    void a_valid_packed_file_cut_at_every_byte_never_throws_anything_else() throws IOException {
        byte[] whole = SongFile.gzip(SongFile.THREE.getBytes(StandardCharsets.UTF_8));
        for (int cut = 0; cut <= whole.length; cut++) {
            survives(Arrays.copyOf(whole, cut));
        }
    }

    @Test
    void random_bytes_never_throw_anything_else() throws IOException {
        Random random = new Random(42);
        for (int round = 0; round < 400; round++) {
            byte[] noise = new byte[random.nextInt(3000)];
            random.nextBytes(noise);
            survives(noise);
            byte[] header = SongFile.HEADER.getBytes(StandardCharsets.UTF_8);
            byte[] both = Arrays.copyOf(header, header.length + noise.length);
            System.arraycopy(noise, 0, both, header.length, noise.length);
            survives(both);
        }
    }

    @Test
    void bytes_that_matter_to_csv_in_any_order_never_throw_anything_else() throws IOException {
        Random random = new Random(43);
        byte[] letters = "\"\"\",,\n\r;'[]\\x0.5\t\0é".getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 2000; round++) {
            byte[] text = SongFile.THREE.getBytes(StandardCharsets.UTF_8);
            for (int hits = 1 + random.nextInt(8); hits > 0; hits--) {
                text[random.nextInt(text.length)] = letters[random.nextInt(letters.length)];
            }
            survives(text);
        }
    }

    @Test
    void a_file_of_quotes_does_not_hang() throws IOException {
        byte[] quotes = (SongFile.HEADER + "\"a\n".repeat(200_000)).getBytes(StandardCharsets.UTF_8);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> survives(quotes));
    }

    private CleaningReport survives(byte[] bytes) throws IOException {
        try {
            CleaningReport report =
                    Catalog.loader().load(SongFile.write(folder, bytes)).report();
            assertThat(report.read()).isEqualTo(report.kept() + report.merged() + report.rejected());
            return report;
        } catch (CatalogException e) {
            assertThat(e.file()).contains("songs.csv");
            assertThat(e.advice()).isNotBlank();
            return new CleaningReport(0, 0, 0, 0, "none", List.of(), List.of(), List.of(), List.of());
        }
    }
}
