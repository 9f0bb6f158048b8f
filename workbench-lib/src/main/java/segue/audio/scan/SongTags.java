package segue.audio.scan;

import java.nio.file.Path;
import segue.audio.decode.Tags;

/** What a file says about itself; what it does not say is empty. */
record SongTags(String title, String artist, String album, String year, String genre) {

    static SongTags read(Path file) {
        Tags tags = Tags.read(file);
        return new SongTags(
                tags.title().orElse(""),
                tags.artist().or(tags::albumArtist).orElse(""),
                tags.album().orElse(""),
                tags.year().isPresent() ? Integer.toString(tags.year().getAsInt()) : "",
                tags.genre().orElse(""));
    }
}
