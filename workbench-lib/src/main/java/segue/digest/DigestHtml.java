package segue.digest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import segue.catalog.Track;
import segue.recommend.Recommendation;

/**
 * A digest as markup for mail readers: tables and styles in place, since many know no others; a style sheet for those that
 * know dark mode and narrow screens. It says the same without its pictures.
 */
final class DigestHtml {
    private static final String PAGE = template("digest.html");
    private static final String SECTION = template("section.html");
    private static final String SONG = template("song.html");
    private static final String IMAGE = template("image.html");
    private static final String START =
            "<div class=\"muted\" style=\"font-size:14px;line-height:20px;color:#5c5a66\">{song}</div>";
    private static final String LINK = "<a href=\"{address}\" class=\"{kind}\" style=\"color:{colour}\">{words}</a>";
    private static final String PARAGRAPH = "<p style=\"margin:0 0 8px\">{words}</p>";
    private static final int FIRST_NAMED = 3;

    private final Footer footer;
    private final List<Picture> pictures = new ArrayList<>();

    private DigestHtml(Footer footer) {
        this.footer = footer;
    }

    /** @param html refers to the pictures as {@code cid:NAME} */
    record Drawn(Html html, List<Picture> pictures) {}

    static Drawn of(Digest digest, Footer footer, Optional<MoodMap> map) {
        DigestHtml drawing = new DigestHtml(footer);
        Html html = Html.of(
                PAGE,
                "title",
                digest.title(),
                "preview",
                digest.songs().stream()
                        .limit(FIRST_NAMED)
                        .map(song -> Plain.line(song.track().name()))
                        .collect(Collectors.joining(", ")),
                "week",
                "Week %d, %s".formatted(digest.week().week(), DigestWords.days(digest.week())),
                "map",
                map.map(all -> Html.of(template("map.html"), "image", drawing.image(all.of("map", digest), "100%")))
                        .orElseGet(() -> new Html(template("recordings.html"))),
                "sections",
                drawing.sections(digest),
                "footer",
                drawing.end());
        return new Drawn(html, drawing.pictures);
    }

    private Html sections(Digest digest) {
        List<Html> sections = new ArrayList<>();
        int number = 1;
        for (DigestSection section : digest.sections()) {
            List<Html> songs = new ArrayList<>();
            for (Recommendation song : section.songs()) {
                songs.add(song(number++, song, section));
            }
            Html start = section.start()
                    .map(track -> Html.of(START, "song", Plain.line(track.toString())))
                    .orElse(Html.NOTHING);
            sections.add(Html.of(SECTION, "heading", section.heading(), "start", start, "songs", Html.joined(songs)));
        }
        return Html.joined(sections);
    }

    private Html song(int number, Recommendation song, DigestSection section) {
        Track track = song.track();
        String name = track.name().isBlank() ? track.id() : track.name();
        Html title = footer.song(track.id())
                .map(address -> link(address, "ink", "#1b1b22", Plain.line(name)))
                .orElseGet(() -> Html.of("{name}", "name", Plain.line(name)));
        FeatureBars.Labelled bars = FeatureBars.of("bars-" + number, song);
        String year = track.year().isPresent() ? ", " + track.year().getAsInt() : "";
        return Html.of(
                SONG,
                "number",
                number,
                "title",
                title,
                "artists",
                Plain.line(track.artistLine()) + year,
                "why",
                DigestWords.why(song, section),
                "labels",
                new Html(bars.labels().stream()
                        .map(label -> Html.of("{label}", "label", label).markup())
                        .collect(Collectors.joining("<br>"))),
                "bars",
                image(bars.picture(), bars.picture().width() + "px"));
    }

    private Html image(Picture picture, String room) {
        pictures.add(picture);
        return Html.of(
                IMAGE,
                "source",
                "cid:" + picture.name(),
                "width",
                picture.width(),
                "height",
                picture.height(),
                "room",
                room,
                "alt",
                picture.alt());
    }

    private Html end() {
        List<Html> paragraphs = new ArrayList<>();
        if (footer.subscription().isEmpty()) {
            paragraphs.add(Html.of(PARAGRAPH, "words", DigestWords.MADE_HERE));
        } else {
            paragraphs.add(Html.of(PARAGRAPH, "words", DigestWords.WHY_YOU));
            Optional<Html> link = footer.link().map(to -> link(to, "alike", "#2447b0", "Unsubscribe"));
            Html mail = link(footer.mailto().orElseThrow(), "alike", "#2447b0", "Unsubscribe by mail");
            paragraphs.add(Html.of(
                    PARAGRAPH,
                    "words",
                    link.map(by -> Html.of("{link} &nbsp;·&nbsp; {mail}", "link", by, "mail", mail))
                            .orElse(mail)));
        }
        footer.page()
                .ifPresent(page -> paragraphs.add(
                        Html.of(PARAGRAPH, "words", link(page.toString(), "alike", "#2447b0", "Open Segue's page"))));
        return Html.joined(paragraphs);
    }

    private static Html link(String address, String kind, String colour, String words) {
        return Html.of(LINK, "address", address, "kind", kind, "colour", colour, "words", words);
    }

    private static String template(String name) {
        try (InputStream in = DigestHtml.class.getResourceAsStream("/segue/digest/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the library's jar lacks segue/digest/" + name + ": build it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("segue/digest/" + name + " of the library's jar cannot be read", unreadable);
        }
    }
}
