package segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetsTest {
    private final byte[] content = new byte[300_000];
    private final List<String> ranges = new ArrayList<>();
    private HttpServer server;
    private int breakAfter = Integer.MAX_VALUE;
    private boolean honoursRanges = true;
    private volatile int stallMillis;

    @TempDir
    Path folder;

    @BeforeEach
    void serve() throws IOException {
        new Random(1).nextBytes(content);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/data.bin", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(String.valueOf(range));
        int from = range == null || !honoursRanges ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        if (from >= content.length) {
            exchange.sendResponseHeaders(416, -1);
        } else {
            if (from > 0) {
                exchange.getResponseHeaders()
                        .set("Content-Range", "bytes %d-%d/%d".formatted(from, content.length - 1, content.length));
            }
            exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
            int count = Math.min(breakAfter, content.length - from);
            exchange.getResponseBody().write(content, from, count);
            exchange.getResponseBody().flush();
            stall();
        }
        exchange.close();
    }

    private void stall() {
        try {
            Thread.sleep(stallMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private DataSets manifest(String sha256, String path) throws IOException {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + path;
        String json = """
                {"sets": [{"name": "one", "description": "test", "file": "sub/data.bin", "bytes": null, "sha256": %s,
                "licence": "CC0", "page": "https://example.org", "url": "%s"},
                {"name": "by-hand", "description": "test", "file": "hand.csv", "page": "https://example.org/page"}]}
                """.formatted(sha256 == null ? "null" : "\"" + sha256 + "\"", url);
        return DataSets.of(Files.writeString(folder.resolve("manifest.json"), json));
    }

    private String right() throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }

    @Test
    void a_download_is_verified_and_put_in_its_place() throws IOException {
        DataSets sets = manifest(right(), "/data.bin");
        assertThat(sets.check(folder)).extracting(DataSets.Check::state).containsOnly(DataSets.State.MISSING);
        List<Long> progress = new ArrayList<>();
        Path file = sets.get("one", folder, (done, total) -> {
            assertThat(total).isEqualTo(content.length);
            progress.add(done);
        });
        assertThat(file).isEqualTo(folder.resolve("sub/data.bin")).hasBinaryContent(content);
        assertThat(progress).isSorted().endsWith((long) content.length);
        assertThat(folder.resolve("sub/data.bin.part")).doesNotExist();
        assertThat(sets.check(folder).getFirst().state()).isEqualTo(DataSets.State.OK);
        sets.get("one", folder, (done, total) -> {});
        assertThat(ranges).hasSize(1);
    }

    @Test
    void an_interrupted_download_goes_on_where_it_stopped() throws IOException {
        DataSets sets = manifest(right(), "/data.bin");
        breakAfter = 100_000;
        assertThatThrownBy(() -> sets.get("one", folder, (done, total) -> {}))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("goes on where this stopped");
        long have = Files.size(folder.resolve("sub/data.bin.part"));
        assertThat(have).isBetween(1L, 100_000L);
        breakAfter = Integer.MAX_VALUE;
        assertThat(sets.get("one", folder, (done, total) -> {})).hasBinaryContent(content);
        assertThat(ranges).containsExactly("null", "bytes=" + have + "-");
    }

    @Test
    void a_server_that_falls_silent_is_given_up() throws IOException {
        DataSets.DataSet set = manifest(right(), "/data.bin").named("one");
        breakAfter = 100_000;
        stallMillis = 5_000;
        Download download = new Download(set, folder.resolve("x.bin"), (done, total) -> {}, Duration.ofSeconds(1));
        assertThatThrownBy(download::run).isInstanceOf(CatalogException.class).hasMessageContaining("no byte for 1 s");
        assertThat(folder.resolve("x.bin.part")).exists();
    }

    @Test
    void a_file_outside_the_folder_is_refused() throws IOException {
        DataSets sets = DataSets.of(Files.writeString(
                folder.resolve("m.json"), "{\"sets\": [{\"name\": \"evil\", \"file\": \"../evil.bin\"}]}"));
        assertThatThrownBy(() -> sets.get("evil", folder, (done, total) -> {}))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("outside the folder");
    }

    @Test
    void a_server_that_ignores_ranges_sends_the_file_from_the_start() throws IOException {
        DataSets sets = manifest(right(), "/data.bin");
        Files.createDirectories(folder.resolve("sub"));
        Files.write(folder.resolve("sub/data.bin.part"), new byte[500]);
        honoursRanges = false;
        assertThat(sets.get("one", folder, (done, total) -> {})).hasBinaryContent(content);
    }

    @Test
    void a_wrong_checksum_is_refused_and_the_file_dropped() throws IOException {
        DataSets sets = manifest("00" + right().substring(2), "/data.bin");
        assertThatThrownBy(() -> sets.get("one", folder, (done, total) -> {}))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("SHA-256")
                .hasMessageContaining(right());
        assertThat(folder.resolve("sub/data.bin")).doesNotExist();
        assertThat(folder.resolve("sub/data.bin.part")).doesNotExist();
    }

    @Test
    void a_file_that_differs_is_told() throws IOException {
        Files.createDirectories(folder.resolve("sub"));
        Files.write(folder.resolve("sub/data.bin"), new byte[7]);
        assertThat(manifest(right(), "/data.bin").check(folder).getFirst().state())
                .isEqualTo(DataSets.State.DIFFERENT);
        assertThat(manifest(null, "/data.bin").check(folder).getFirst().state()).isEqualTo(DataSets.State.UNVERIFIED);
    }

    @Test
    void a_server_that_refuses_is_named_with_its_status() throws IOException {
        DataSets sets = manifest(right(), "/nothing");
        assertThatThrownBy(() -> sets.get("one", folder, (done, total) -> {}))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("status 404");
    }

    @Test
    void a_place_that_cannot_be_written_is_told() throws IOException {
        DataSets sets = manifest(right(), "/data.bin");
        Files.writeString(folder.resolve("sub"), "a file where the folder should be");
        assertThatThrownBy(() -> sets.get("one", folder, (done, total) -> {}))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("Check the connection, the folder and the room");
    }

    @Test
    void what_has_no_direct_download_names_its_page() throws IOException {
        assertThatThrownBy(() -> manifest(right(), "/data.bin").get("by-hand", folder, (done, total) -> {}))
                .hasMessageContaining("https://example.org/page");
        assertThatThrownBy(() -> manifest(right(), "/data.bin").named("nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one, by-hand");
    }

    @Test
    void the_manifest_of_the_library_is_complete() {
        assertThat(DataSets.known().list()).hasSizeGreaterThan(10).allSatisfy(set -> {
            assertThat(set.description()).isNotBlank();
            assertThat(set.licence()).isNotBlank();
            assertThat(set.page() != null || set.note() != null).isTrue();
            assertThat(set.sha256() == null || set.sha256().matches("[0-9a-f]{64}"))
                    .isTrue();
        });
    }
}
