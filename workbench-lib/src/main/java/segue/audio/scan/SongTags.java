package segue.audio.scan;

import java.nio.file.Path;

/** What a file says about itself; what it does not say is empty. */
record SongTags(String title, String artist, String album, String year, String genre) {
    static final SongTags NONE = new SongTags("", "", "", "", "");

    static SongTags read(Path file) {
        return NONE;
    }
}
