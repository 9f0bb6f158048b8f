package segue.catalog.listening;

import segue.catalog.playlists.ListedSong;

/** Takes entries as they are read, so that no file need be held whole. */
interface ListeningSink {
    /** Entries that are left out for what they are. */
    enum Kind {
        PODCAST,
        LOCAL,
        NAMELESS,
        REFUSED
    }

    /**
     * A play.
     *
     * @param began in milliseconds since 1970
     * @param millis how long it was heard, or {@link Play#UNKNOWN}
     */
    void play(ListedSong song, long began, int millis, Layout layout, boolean skipped);

    /** A song that the person keeps, or does not want. */
    void song(ListedSong song, boolean wanted);

    void leftOut(Kind kind);

    /** A file that is one of these begins. */
    void nextFile();

    /** A file is something else. */
    void otherFile();

    /** Something that a person should know of the file. */
    void note(String what);

    /** The latest time that a play can have, in milliseconds since 1970. */
    long latest();
}
