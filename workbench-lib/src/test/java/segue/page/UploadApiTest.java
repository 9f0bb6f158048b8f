package segue.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.audio.Ffmpeg;
import segue.audio.sample.SampleRecording;
import segue.audio.signal.Signal;

/** Recordings that are sent, honestly and not. */
class UploadApiTest {
    @TempDir
    private static Path folder;

    private static Page page;
    private static Http http;

    @BeforeAll
    static void start() throws IOException {
        page = Page.start(PlayedSongs.in(folder), PageOptions.defaults().withPort(0));
        http = new Http(page);
    }

    @AfterAll
    static void stop() {
        page.close();
    }

    @AfterEach
    void nothingThatWasSentIsLeft() throws IOException, InterruptedException {
        long deadline = System.currentTimeMillis() + 10_000;
        while (!sentFiles().isEmpty() && System.currentTimeMillis() < deadline) {
            Thread.sleep(20);
        }
        assertThat(sentFiles()).isEmpty();
    }

    private static List<Path> sentFiles() throws IOException {
        try (Stream<Path> files = Files.list(page.temporaryFolder())) {
            return files.filter(file -> !file.endsWith("lock")).toList();
        }
    }

    private static Http.Answer send(byte[] body, String name) throws IOException, InterruptedException {
        return http.send(http.request("/api/upload?name=" + Http.encoded(name))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    private static JsonNode outcome(Http.Answer accepted) throws IOException, InterruptedException {
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        String path = "/api/jobs?id=" + accepted.json().get("job").asText();
        JsonNode job = http.get(path).json();
        while (List.of("waiting", "running").contains(job.get("state").asText())) {
            Thread.sleep(20);
            job = http.get(path).json();
        }
        return job;
    }

    private static JsonNode outcome(byte[] body, String name) throws IOException, InterruptedException {
        return outcome(send(body, name));
    }

    private static void assertFails(JsonNode job, String code, String message) {
        assertThat(job.get("state").asText()).as(job.toString()).isEqualTo("failed");
        assertThat(job.at("/error/code").asText()).isEqualTo(code);
        assertThat(job.at("/error/message").asText()).isEqualTo(message);
    }

    @Test
    void a_recording_of_the_catalogue_finds_itself_and_what_is_like_it() throws Exception {
        JsonNode result = outcome(Files.readAllBytes(SampleRecording.FINCH_PLUCKED.file()), "x.flac")
                .get("result");

        assertThat(result.at("/song/name").asText()).isEqualTo("Finch, plucked");
        assertThat(result.at("/song/id").isNull()).isTrue();
        assertThat(result.at("/results/0/name").asText()).isEqualTo("Finch, plucked");
        assertThat(result.at("/results/0/distance").asDouble()).isLessThan(1e-3);
        assertThat(result.at("/results/1/name").asText()).isEqualTo("Lark, plucked");
        assertThat(result.at("/results/1/why").asText()).isNotBlank();
        assertThat(result.get("results")).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp3", "ogg", "opus", "m4a", "wav", "aiff", "wma", "flac"})
    void every_usual_format_is_heard(String kind) throws Exception {
        Ffmpeg.requireOrSkip("uploads of every format");
        Path file =
                Ffmpeg.make(SampleRecording.LARK_PLUCKED.file(), folder.resolve("lark." + kind), "-map_metadata", "-1");
        JsonNode result = outcome(Files.readAllBytes(file), "My lark." + kind).get("result");

        assertThat(result.at("/song/name").asText()).isEqualTo("My lark");
        assertThat(result.at("/results/0/name").asText()).isEqualTo("Lark, plucked");
    }

    @Test
    void without_tags_and_name_it_is_called_something() throws Exception {
        Path file = folder.resolve("nameless.wav");
        SampleRecording.BELLS.read().writeWav(file);

        assertThat(outcome(Files.readAllBytes(file), "").at("/result/song/name").asText())
                .isEqualTo("Your recording");
    }

    @Test
    void silence_is_told() throws Exception {
        Path file = folder.resolve("silence.wav");
        Signal.of(new float[5 * 22_050], 22_050).writeWav(file);

        assertFails(
                outcome(Files.readAllBytes(file), "silence.wav"),
                "silent",
                "There is nothing to hear in this recording: send one with sound.");
    }

    @Test
    void what_is_shorter_than_a_second_is_told() throws Exception {
        Path file = folder.resolve("blip.wav");
        Signal.of(new float[10_000], 22_050).writeWav(file);

        assertFails(
                outcome(Files.readAllBytes(file), "blip.wav"),
                "too_short",
                "This recording is shorter than a second: send a longer one.");
    }

    @Test
    void hours_of_silence_in_a_small_file_cost_no_more_than_a_quarter_of_one() throws Exception {
        Ffmpeg.requireOrSkip("hours of silence in a small file");
        Path file = Ffmpeg.run(
                folder.resolve("bomb.flac"),
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "anullsrc=r=8000:cl=mono",
                        "-t",
                        "36000",
                        folder.resolve("bomb.flac") + ""));

        assertThat(Files.size(file)).isLessThan(8 << 20);
        assertFails(
                outcome(Files.readAllBytes(file), "bomb.flac"),
                "too_long",
                "This recording is longer than 15 minutes: send a part of it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#EXTM3U\n#EXTINF:5,x\n%s\n",
                "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n%s\n#EXT-X-ENDLIST\n",
                "ffconcat version 1.0\nfile '%s'\n",
                "[playlist]\nFile1=%s\n",
                "<?xml version=\"1.0\"?><MPD><BaseURL>%s</BaseURL></MPD>",
                "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nm=audio 9 RTP/AVP 0\na=x:%s\n",
                "concat:%s|%s",
                "%s"
            })
    void what_names_other_recordings_opens_none_of_them(String text) throws Exception {
        try (ServerSocket trap = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            for (String target : List.of(
                    "http://127.0.0.1:" + trap.getLocalPort() + "/song.mp3",
                    "file://" + SampleRecording.BAND.file(),
                    SampleRecording.BAND.file().toString())) {
                for (String name : List.of("a.m3u8", "a.mp3")) {
                    JsonNode job = outcome(text.replace("%s", target).getBytes(StandardCharsets.UTF_8), name);
                    assertThat(job.at("/error/code").asText()).isEqualTo("not_audio");
                }
            }
            trap.setSoTimeout(100);
            assertThatThrownBy(trap::accept).as("somebody called").isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void an_mp4_whose_sound_is_in_another_file_does_not_get_it() throws Exception {
        Ffmpeg.requireOrSkip("an MP4 file that names another");
        Path file = Ffmpeg.make(SampleRecording.BAND.file(), folder.resolve("band.m4a"), "-c:a", "alac");
        byte[] mp4 = Files.readAllBytes(file);
        String text = new String(mp4, StandardCharsets.ISO_8859_1);
        int dref = text.indexOf("url ");
        // The flag "in this very file" goes: the entry then is a name, which is empty here.
        mp4[dref + 7] = 0;
        JsonNode job = outcome(mp4, "band.m4a");

        assertThat(job.toString()).doesNotContain("passwd");
        assertThat(job.get("state").asText()).isIn("failed", "done");
    }

    @Test
    void a_picture_with_a_song_behind_it_is_no_song() throws Exception {
        ByteArrayOutputStream polyglot = new ByteArrayOutputStream();
        polyglot.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        polyglot.write(Files.readAllBytes(SampleRecording.BAND.file()));

        assertThat(outcome(polyglot.toByteArray(), "a.png").at("/error/code").asText())
                .isEqualTo("not_audio");
    }

    @Test
    void what_is_cut_off_is_heard_as_far_as_it_goes_with_a_warning() throws Exception {
        byte[] whole = Files.readAllBytes(SampleRecording.BAND.file());
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        assertThat(outcome(half, "half.flac").at("/result/warning").asText()).startsWith("ends after 3.");
    }

    @Test
    void a_name_with_markup_is_only_text() throws Exception {
        Path file = folder.resolve("m.wav");
        SampleRecording.BELLS.read().writeWav(file);
        String name = "<img src=x onerror=alert(1)>\r\n../../etc/passwd";

        assertThat(outcome(Files.readAllBytes(file), name)
                        .at("/result/song/name")
                        .asText())
                .isEqualTo("<img src=x onerror=alert(1)> ../../etc/passwd");
    }

    @Test
    void too_large_a_body_is_refused_by_what_it_announces() throws Exception {
        String answer = http.raw("POST /api/upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 33554433\r\n"
                + "Connection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("The recording has more than 32 MiB.");
    }

    @Test
    void too_large_a_body_in_chunks_is_refused_as_it_comes() throws Exception {
        Http.Answer answer = http.send(http.request("/api/upload")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[33 << 20])))
                .build());

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void other_paths_keep_their_small_bodies() throws Exception {
        Http.Answer answer = http.send(http.request("/api/jobs?id=x")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[100_000]))
                .build());

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.hint()).contains("65,536");
    }

    @Test
    void a_form_and_an_empty_body_are_refused_with_what_to_do() throws Exception {
        Http.Answer form = http.send(http.request("/api/upload")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString("--x--"))
                .build());

        assertThat(form.status()).isEqualTo(415);
        assertThat(form.hint()).contains("curl --data-binary");
        assertThat(send(new byte[0], "a").errorCode()).isEqualTo("no_recording");
    }

    @Test
    void another_sites_page_can_send_nothing() throws Exception {
        Http.Answer answer = http.send(http.request("/api/upload")
                .header("Origin", "https://evil.example")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[10]))
                .build());

        assertThat(answer.errorCode()).isEqualTo("foreign_origin");
    }

    @Test
    void a_sender_who_hangs_up_leaves_nothing_and_may_come_again() throws Exception {
        URI root = URI.create(page.url());
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.getOutputStream()
                    .write("POST /api/upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\nRIFF"
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            while (sentFiles().isEmpty()) {
                Thread.sleep(10);
            }
            Http.Answer second = send(new byte[10], "b");
            assertThat(second.status()).isEqualTo(429);
            assertThat(second.errorCode()).isEqualTo("one_at_a_time");
        }
        nothingThatWasSentIsLeft();
        assertThat(send("text".getBytes(StandardCharsets.UTF_8), "c").status()).isEqualTo(202);
    }

    @Test
    void an_upload_is_cancelled_once_and_stays_so() throws Exception {
        Path file = folder.resolve("long.wav");
        Signal.of(new float[12 * 60 * 22_050], 22_050).writeWav(file);
        String job =
                send(Files.readAllBytes(file), "long.wav").json().get("job").asText();
        Http.Answer cancelled = http.method("DELETE", "/api/jobs?id=" + job);

        assertThat(cancelled.json().get("state").asText()).isIn("cancelled", "failed");
        nothingThatWasSentIsLeft();
        assertThat(http.get("/api/jobs?id=" + job).json().get("state").asText())
                .isEqualTo(cancelled.json().get("state").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%00", "AAAAAAAAAAAAAAAAAAAAAA"})
    void a_job_that_is_none_is_404(String id) throws Exception {
        assertThat(http.get("/api/jobs?id=" + id).errorCode()).isEqualTo("unknown_job");
    }

    @Test
    void a_table_of_songs_says_why_it_takes_no_recordings() throws Exception {
        try (Page table =
                Page.start(InventedSongs.catalog(), PageOptions.defaults().withPort(0))) {
            Http songs = new Http(table);
            Http.Answer answer = songs.send(songs.request("/api/upload")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[10]))
                    .build());

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.errorCode()).isEqualTo("no_sound_features");
            assertThat(answer.hint()).contains("./segue features");
            assertThat(songs.get("/api/status").json().at("/uploads/available").asBoolean())
                    .isFalse();
        }
    }
}
