package segue.digest;

import java.util.List;
import segue.feedback.IsoWeek;
import segue.recommend.Recommendation;

/** What one listener is recommended in one week. Songs are numbered through all sections, from 1. */
public record Digest(IsoWeek week, List<DigestSection> sections) {
    public Digest {
        sections = List.copyOf(sections);
    }

    /** All songs, in the order of their numbers. */
    public List<Recommendation> songs() {
        return sections.stream().flatMap(section -> section.songs().stream()).toList();
    }

    /** Their ids. */
    public List<String> ids() {
        return songs().stream().map(song -> song.track().id()).toList();
    }

    /** {@code "10 songs for you"}. */
    public String title() {
        int songs = songs().size();
        return songs == 1 ? "A song for you" : songs + " songs for you";
    }
}
