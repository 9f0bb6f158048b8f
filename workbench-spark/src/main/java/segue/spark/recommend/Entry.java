package segue.spark.recommend;

import segue.catalog.playlists.ListedSong;

/**
 * One row of a table of users, or one song of a playlist.
 *
 * @param user whose it is; empty where the row cannot be used
 * @param major by which the songs of a user are ordered
 * @param minor by which those of the same {@code major} are; no two songs of a user have both alike
 * @param song null of a user without songs, and of a row that cannot be used
 * @param problem why the row cannot be used; null where it can
 */
record Entry(String user, long major, long minor, ListedSong song, String problem) {
    static Entry unusable(long major, long minor, String problem) {
        return new Entry("", major, minor, null, problem);
    }

    /** By the place in the table: files in the order of their names, rows in that of the file. */
    static long place(int file, long row) {
        return (long) file << 40 | row;
    }
}
