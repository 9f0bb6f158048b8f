package segue.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static segue.digest.Fixture.ANNA;
import static segue.digest.Fixture.NOW;
import static segue.digest.Fixture.WEEK;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.feedback.EmailAddress;
import segue.feedback.FeedbackStore;
import segue.feedback.Opinion;
import segue.feedback.Subscription;

class LetterTest {
    private static final Subscription TO =
            new Subscription(ANNA, new EmailAddress("anna@example.org"), "0123456789abcdef0123456789abcdef", NOW);
    private static final String EVIL =
            "Halo\r\nBcc: eve@example.org\r\n\r\n<script>alert(1)</script>\u2028\u202e\u0007\"'><img src=x onerror=1>";

    @TempDir
    private Path folder;

    private Letter letter(Catalog songs, Optional<URI> page, Optional<Subscription> to, String... typed) {
        try (FeedbackStore store = Fixture.store(folder)) {
            for (String one : typed) {
                store.searched(ANNA, one);
            }
            Fixture.rate(store, ANNA, "s40", Opinion.score(8));
            Digest digest = DigestMaker.of(
                            songs, DigestOptions.defaults().withSongs(12).withLittleKnown(3))
                    .make(store, ANNA, WEEK, NOW)
                    .orElseThrow();
            return Letter.of(digest, new Footer(page, to, Fixture.FROM.address()), MoodMap.of(songs));
        }
    }

    private Letter subscribers(String page) {
        return letter(
                Fixture.songs(),
                Optional.ofNullable(page).map(URI::create),
                Optional.of(TO),
                "amber lantern",
                "teal signal",
                "ivory window");
    }

    private static MimeMessage message(Letter letter) throws MessagingException {
        byte[] bytes = DigestMail.of(DigestMail.sessionForFiles(), letter, Fixture.FROM, NOW)
                .bytes();
        return new MimeMessage(DigestMail.sessionForFiles(), new ByteArrayInputStream(bytes));
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        String[] values = message.getHeader(name);
        return values == null ? null : String.join("|", values).replaceAll("\\r\\n[ \\t]+", " ");
    }

    @Test
    void a_message_has_text_and_markup_as_alternatives_and_the_pictures_that_are_shown() throws Exception {
        Letter letter = subscribers(null);
        MimeMessage message = message(letter);
        assertThat(message.getContentType()).startsWith("multipart/related; type=\"multipart/alternative\"");
        Multipart related = (Multipart) message.getContent();
        Multipart alternatives = (Multipart) related.getBodyPart(0).getContent();
        assertThat(alternatives.getBodyPart(0).getContentType()).containsIgnoringCase("text/plain; charset=UTF-8");
        assertThat(alternatives.getBodyPart(1).getContentType()).containsIgnoringCase("text/html; charset=UTF-8");
        String html = (String) alternatives.getBodyPart(1).getContent();
        assertThat(related.getCount()).isEqualTo(2 + letter.digest().songs().size());
        for (int i = 1; i < related.getCount(); i++) {
            BodyPart picture = related.getBodyPart(i);
            String id = picture.getHeader("Content-ID")[0].replaceAll("[<>]", "");
            assertThat(html).containsOnlyOnce("\"cid:" + id + "\"");
            assertThat(picture.getDisposition()).isEqualTo("inline");
            assertThat(ImageIO.read(picture.getInputStream()).getWidth()).isGreaterThan(100);
        }
    }

    @Test
    void nothing_is_loaded_from_elsewhere() {
        String html = subscribers("https://music.example/segue/").html().markup();
        assertThat(html)
                .doesNotContainPattern("src=\"(?!cid:)")
                .doesNotContain("url(")
                .doesNotContain("<link")
                .doesNotContain("@import")
                .doesNotContain("<script");
    }

    @Test
    void the_largest_mail_stays_below_100_kilobytes() throws Exception {
        Letter letter = subscribers("https://music.example/segue/");
        assertThat(letter.digest().songs()).hasSizeGreaterThan(12);
        assertThat(DigestMail.of(DigestMail.sessionForFiles(), letter, Fixture.FROM, NOW)
                        .bytes()
                        .length)
                .isLessThan(100_000);
    }

    @Test
    void unsubscribing_is_in_the_header_and_can_be_seen_and_one_click_needs_https() throws Exception {
        MimeMessage https = message(subscribers("https://music.example/segue"));
        String link = "https://music.example/segue/unsubscribe?token=" + TO.token();
        assertThat(header(https, "List-Unsubscribe"))
                .isEqualTo("<" + link + ">, <mailto:digest@example.org?subject=unsubscribe%20" + TO.token() + ">");
        assertThat(header(https, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        Letter letter = subscribers("https://music.example/segue");
        assertThat(letter.html().markup()).contains("href=\"" + link + "\"").contains(">Unsubscribe</a>");
        assertThat(letter.text()).contains("Unsubscribe: " + link);

        assertThat(header(message(subscribers("http://127.0.0.1:7070")), "List-Unsubscribe-Post"))
                .isNull();
        MimeMessage none = message(subscribers(null));
        assertThat(header(none, "List-Unsubscribe")).startsWith("<mailto:").doesNotContain("http");
        assertThat(header(none, "List-Unsubscribe-Post")).isNull();
    }

    @Test
    void a_file_for_oneself_says_so_and_has_nothing_to_end() throws Exception {
        Letter own = letter(Fixture.songs(), Optional.empty(), Optional.empty(), "amber lantern");
        assertThat(own.text()).contains("Nobody is subscribed to it.").doesNotContain("nsubscribe:");
        assertThat(header(message(own), "List-Unsubscribe")).isNull();
        assertThat(header(message(own), "To")).isNull();
    }

    @Test
    void neither_names_nor_searches_can_end_a_line_of_the_header_or_begin_markup() throws Exception {
        Random random = new Random(3);
        List<Track> tracks = new java.util.ArrayList<>(Fixture.tracks());
        for (int i = 0; i < 100; i++) {
            tracks.add(Fixture.track("e" + i + EVIL, EVIL + i, EVIL + "artist" + i, Fixture.features(random)));
        }
        Letter letter = letter(
                new Catalog("evil", tracks), Optional.of(URI.create("https://music.example")), Optional.of(TO), EVIL);
        byte[] bytes = DigestMail.of(DigestMail.sessionForFiles(), letter, Fixture.FROM, NOW)
                .bytes();
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        String head = raw.substring(0, raw.indexOf("\r\n\r\n"));
        assertThat(head).doesNotContain("eve@").doesNotContainIgnoringCase("bcc");
        assertThat(new MimeMessage(DigestMail.sessionForFiles(), new ByteArrayInputStream(bytes)).getAllRecipients())
                .hasSize(1);
        assertThat(letter.digest().songs()).anyMatch(song -> song.track().id().startsWith("e"));
        assertThat(letter.html().markup())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script")
                .doesNotContain("<img src=x")
                .doesNotContain("\u202e")
                .doesNotContain("\u2028");
        assertThat(letter.text())
                .doesNotContain("\nBcc")
                .doesNotContain("\u202e")
                .doesNotContain("\r");
    }

    @Test
    void a_sender_cannot_add_a_header() throws Exception {
        Sender sender = Sender.of("Eve\r\nBcc: eve@example.org <digest@example.org>");
        String raw = new String(
                DigestMail.of(DigestMail.sessionForFiles(), subscribers(null), sender, NOW)
                        .bytes(),
                StandardCharsets.ISO_8859_1);
        assertThat(raw.substring(0, raw.indexOf("\r\n\r\n"))).doesNotContain("\r\nBcc");
        assertThatThrownBy(() -> Sender.of("digest@example.org\r\nBcc: eve@example.org"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_text_says_it_all_in_lines_of_72_characters() {
        Letter letter = subscribers(null);
        assertThat(letter.text().lines()).allMatch(line -> line.length() <= 72);
        letter.digest()
                .songs()
                .forEach(song -> assertThat(letter.text().replaceAll("\\s+", " "))
                        .contains(song.track().toString()));
        assertThat(letter.text()).contains("-- \n").endsWith("\n");
    }

    @Test
    void the_message_names_neither_user_nor_machine() throws Exception {
        Letter letter = subscribers(null);
        assertThat(header(message(letter), "Message-ID")).endsWith("@example.org>");
        assertThat(header(message(letter), "Subject"))
                .isEqualTo("%d songs for you, week %d"
                        .formatted(letter.digest().songs().size(), WEEK.week()));
    }

    @Test
    void a_page_has_its_pictures_in_it() {
        String page = subscribers(null).page();
        assertThat(page).doesNotContain("cid:").contains("data:image/png;base64,");
    }
}
