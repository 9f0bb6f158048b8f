package segue.digest;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A digest as it is delivered: in text, in markup, and the pictures of the markup. */
record Letter(Digest digest, String text, Html html, List<Picture> pictures, Footer footer) {
    static Letter of(Digest digest, Footer footer, Optional<MoodMap> map) {
        DigestHtml.Drawn drawn = DigestHtml.of(digest, footer, map);
        return new Letter(digest, DigestText.of(digest, footer), drawn.html(), drawn.pictures(), footer);
    }

    /** {@code "10 songs for you, week 31"}. */
    String subject() {
        return digest.title() + ", week " + digest.week().week();
    }

    /** The markup with its pictures in it, for a browser. */
    String page() {
        String page = html.markup();
        for (Picture picture : pictures) {
            page = page.replace(
                    "\"cid:" + picture.name() + "\"",
                    "\"data:image/png;base64," + Base64.getEncoder().encodeToString(picture.png()) + "\"");
        }
        return page;
    }
}
