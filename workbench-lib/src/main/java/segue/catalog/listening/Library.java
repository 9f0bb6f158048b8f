package segue.catalog.listening;

import java.nio.file.Path;
import java.util.List;
import segue.catalog.Catalog;

/**
 * The songs that a person keeps, as far as the catalogue has them.
 *
 * @param saved rows of songs that were saved, loved or put in a playlist, ascending
 * @param banned rows of songs that the person does not want to hear, ascending; none of them is in {@code saved}
 */
public record Library(List<Integer> saved, List<Integer> banned) {
    public Library {
        saved = List.copyOf(saved);
        banned = List.copyOf(banned);
    }

    /**
     * The library in the files of a service.
     *
     * @param source a file, a zip archive, or a folder of them, see {@link Listening#read}
     */
    public static Library read(Path source, Catalog catalog) {
        return Listening.read(source, catalog).library();
    }

    public int size() {
        return saved.size();
    }

    @Override
    public String toString() {
        return "%,d songs saved, %,d not wanted".formatted(saved.size(), banned.size());
    }
}
