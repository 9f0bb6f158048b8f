package segue.catalog.listening;

/** Where a play is told, the most exact first: what two tell of, is taken from the first. */
enum Layout {
    /** To the second, with the song's id and what became of it. */
    SPOTIFY_EXTENDED,
    /** To the minute, by name. */
    SPOTIFY_ACCOUNT,
    /** To the second, the length not told. */
    LISTENBRAINZ,
    /** To the second or minute, the length not told. */
    LAST_FM;

    /** Whether the file has the time at which the play ended, not that at which it began. */
    boolean tellsEnd() {
        return this == SPOTIFY_EXTENDED || this == SPOTIFY_ACCOUNT;
    }
}
