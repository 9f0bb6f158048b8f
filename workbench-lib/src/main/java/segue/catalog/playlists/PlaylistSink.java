package segue.catalog.playlists;

/** Takes songs as they are read, so that no file need be held whole. */
public interface PlaylistSink {
    /**
     * The next song of a playlist. The songs of one playlist come in its order, but several playlists may be mixed.
     *
     * @param playlistId what tells it from the others of the same source
     * @param playlistName to show; empty where it has none
     */
    void song(String playlistId, String playlistName, ListedSong song);

    /** Another file begins. */
    void nextFile();

    /** Something that a person should know of the file. */
    void note(String what);
}
