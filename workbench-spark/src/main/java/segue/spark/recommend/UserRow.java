package segue.spark.recommend;

import java.util.ArrayList;
import java.util.List;
import segue.catalog.playlists.ListedSong;

/**
 * A row of a table of users.
 *
 * @param name of its file
 * @param unit what the file is counted in, for messages: {@code "line"} or {@code "row"}
 * @param file its number
 * @param number in the file
 * @param position by which the table orders the songs of a user; 0 where it does not say
 */
record UserRow(String name, String unit, int file, long number, long position) {
    /**
     * What it says.
     *
     * @param user blank where it names none
     * @param ids blank where the user has none
     * @param list whether a row has all songs of a user, in their order
     */
    List<Entry> entries(String user, List<String> ids, boolean list) {
        long place = Entry.place(file, number);
        if (user.isBlank()) {
            return List.of(Entry.unusable(0, place, "%s, %s %,d: it names no user".formatted(name, unit, number)));
        }
        List<Entry> entries = new ArrayList<>(ids.size());
        for (String id : ids) {
            if (id != null && !id.isBlank()) {
                ListedSong song = new ListedSong(id, "", List.of(), "", "", "");
                entries.add(
                        list
                                ? new Entry(user, place, entries.size(), song, null)
                                : new Entry(user, position, place, song, null));
            }
        }
        return entries.isEmpty() ? List.of(new Entry(user, place, 0, null, null)) : entries;
    }
}
