package segue.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segue.audio.sample.SampleRecording;
import segue.catalog.Catalog;

/** Recordings over HTTP. */
class MusicApiTest {
    @TempDir
    private static Path folder;

    private static Catalog catalog;
    private static Page page;
    private static Http http;
    private static byte[] band;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        catalog = PlayedSongs.in(folder);
        band = Files.readAllBytes(PlayedSongs.file(folder, SampleRecording.BAND));
        page = Page.start(catalog, PageOptions.defaults().withPort(0).withMusic(PlayedSongs.music(folder)));
        http = new Http(page);
        untilReady(http);
    }

    @AfterAll
    static void stop() {
        page.close();
    }

    static void untilReady(Http http) throws IOException, InterruptedException {
        while (http.get("/api/status").json().at("/music/state").asText().equals("matching")) {
            Thread.sleep(20);
        }
    }

    private static String path(SampleRecording recording) {
        return "/api/audio?id=" + Http.encoded(PlayedSongs.id(folder, recording));
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(page.url() + path.substring(1)));
        return HttpClient.newHttpClient()
                .send(
                        (headers.length == 0 ? request : request.headers(headers)).build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    @Test
    void the_folder_is_matched_and_told() throws Exception {
        assertThat(http.get("/api/status").json().at("/music/message").asText())
                .isEqualTo("8 of 8 files are songs of the catalogue");
    }

    @Test
    void a_recording_comes_whole_with_its_type() throws Exception {
        HttpResponse<byte[]> answer = get(path(SampleRecording.BAND));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(band);
        assertThat(header(answer, "Content-Type")).isEqualTo("audio/flac");
        assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-0, 0, 1", "bytes=100-199, 100, 200", "bytes=-10, -10, 0", "bytes=1000-, 1000, 0"})
    void a_part_is_206(String range, int from, int to) throws Exception {
        HttpResponse<byte[]> answer = get(path(SampleRecording.BAND), "Range", range);
        int first = from < 0 ? band.length + from : from;
        int end = to == 0 ? band.length : to;

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(band, first, end));
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes %d-%d/%d".formatted(first, end - 1, band.length));
    }

    @Test
    void a_range_beyond_the_end_is_416_with_the_length() throws Exception {
        HttpResponse<byte[]> answer = get(path(SampleRecording.BAND), "Range", "bytes=99999999-");

        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes */" + band.length);
        assertThat(new String(answer.body())).contains("no_such_range");
    }

    @Test
    void a_part_of_what_has_changed_is_the_whole() throws Exception {
        String etag = header(get(path(SampleRecording.BAND)), "ETag");
        String path = path(SampleRecording.BAND);

        assertThat(get(path, "Range", "bytes=0-9", "If-Range", etag).statusCode())
                .isEqualTo(206);
        assertThat(get(path, "Range", "bytes=0-9", "If-Range", "\"older\"").statusCode())
                .isEqualTo(200);
        assertThat(get(path, "Range", "bytes=0-9", "If-Range", "W/" + etag).statusCode())
                .isEqualTo(200);
        assertThat(get(path, "Range", "bytes=0-9", "If-Range", "Sat, 31 Jan 2026 12:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(path, "If-None-Match", etag).statusCode()).isEqualTo(304);
    }

    @Test
    void head_says_how_long_it_is_and_sends_nothing() throws Exception {
        Http.Answer answer = http.send(http.request(path(SampleRecording.BAND))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .header("Range", "bytes=0-9")
                .build());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).isEqualTo("" + band.length);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void a_copy_that_every_browser_plays_is_made_on_demand_and_can_be_sought_in() throws Exception {
        String path = path(SampleRecording.BAND) + "&as=wav";
        HttpResponse<byte[]> whole = get(path);
        HttpResponse<byte[]> part = get(path, "Range", "bytes=100000-100099");

        assertThat(header(whole, "Content-Type")).isEqualTo("audio/wav");
        assertThat(whole.body()).startsWith('R', 'I', 'F', 'F').hasSize(44 + 2 * (int) (7.2 * 22_050));
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 100_000, 100_100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "../../etc/passwd",
                "..%2f..%2fetc%2fpasswd",
                "file:///etc/passwd",
                "band.flac",
                "music/../music/band.flac",
                "%00",
                "http://127.0.0.1/x.mp3",
                "\\\\host\\share"
            })
    void what_is_no_id_of_the_catalogue_reaches_no_file(String id) throws Exception {
        Http.Answer answer = http.get("/api/audio?id=" + Http.encoded(id));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.errorCode()).isEqualTo("unknown_id");
    }

    @Test
    void a_link_out_of_the_folder_is_not_followed() throws Exception {
        Path inside = PlayedSongs.file(folder, SampleRecording.GLIDE);
        Path outside = folder.resolve("outside.flac");
        Files.move(inside, outside);
        Files.createSymbolicLink(inside, outside);
        try (Page other =
                Page.start(catalog, PageOptions.defaults().withPort(0).withMusic(PlayedSongs.music(folder)))) {
            Http fresh = new Http(other);
            untilReady(fresh);

            assertThat(http.get(path(SampleRecording.GLIDE)).errorCode()).isEqualTo("no_recording");
            assertThat(fresh.get(path(SampleRecording.GLIDE)).errorCode()).isEqualTo("no_recording");
            assertThat(fresh.get("/api/status").json().at("/music/message").asText())
                    .isEqualTo(
                            "7 of 8 files are songs of the catalogue; links out of the folder, which are not followed: 1");
        } finally {
            Files.delete(inside);
            Files.move(outside, inside);
        }
    }

    @Test
    void a_file_that_is_gone_or_has_become_something_else_says_so() throws Exception {
        Path file = PlayedSongs.file(folder, SampleRecording.DRUMS);
        byte[] before = Files.readAllBytes(file);
        Files.delete(file);
        assertThat(http.get(path(SampleRecording.DRUMS)).errorCode()).isEqualTo("recording_gone");
        Files.writeString(file, "Bread, milk, für Elise.");
        Http.Answer text = http.get(path(SampleRecording.DRUMS));
        assertThat(text.errorCode()).isEqualTo("cannot_be_played");
        assertThat(text.errorMessage()).isEqualTo("This recording cannot be played: it is text, not a recording.");
        assertThat(text.body()).doesNotContain(folder.toString());
        Files.write(file, before);
        assertThat(http.get(path(SampleRecording.DRUMS)).status()).isEqualTo(200);
    }

    @Test
    void which_songs_can_be_played_is_told() throws Exception {
        String id = PlayedSongs.id(folder, SampleRecording.BAND);
        Http.Answer answer = http.send(http.request("/api/playable")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"ids\":[\"nope\",\"%s\",null]}".formatted(id)))
                .build());

        assertThat(answer.body()).isEqualTo("{\"ids\":[\"%s\"]}".formatted(id));
    }

    @Test
    void without_a_folder_there_is_nothing_to_play() throws Exception {
        try (Page silent = Page.start(catalog, PageOptions.defaults().withPort(0))) {
            assertThat(new Http(silent).get(path(SampleRecording.BAND)).errorCode())
                    .isEqualTo("not_found");
            assertThat(new Http(silent).get("/api/status").json().has("music")).isFalse();
        }
    }

    @Test
    void a_folder_that_is_none_is_named_before_anything_starts() {
        Path nowhere = folder.resolve("nowhere");
        assertThatThrownBy(() ->
                        Page.start(catalog, PageOptions.defaults().withPort(0).withMusic(nowhere)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the music folder " + nowhere + ": no such folder");
    }
}
