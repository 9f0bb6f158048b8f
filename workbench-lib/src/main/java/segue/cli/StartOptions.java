package segue.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import segue.catalog.Catalog;
import segue.catalog.playlists.ListedSong;
import segue.catalog.playlists.PlaylistFile;
import segue.recommend.Request;
import segue.recommend.Rules;
import segue.recommend.SongSearch;

/** The options that say which songs to start from, one or several. */
final class StartOptions {
    private static final int MISSING_NAMED = 3;
    private static final int NOTES = 10;

    @Option(
            names = "--song",
            paramLabel = "TEXT",
            description = "artist and title, as you would type them; may be repeated")
    private List<String> texts = List.of();

    @Option(names = "--id", paramLabel = "ID", description = "the song's id in the catalogue; may be repeated")
    private List<String> ids = List.of();

    @Option(
            names = "--playlist",
            paramLabel = "FILE|LINK",
            description = "the songs of a playlist: M3U, XSPF, JSPF, CSV, or plain text with an id a line; or the link"
                    + " to a playlist of yours at Spotify, after './segue spotify sign-in'")
    private String playlist;

    @Option(
            names = "--less-like",
            paramLabel = "TEXT|ID",
            description =
                    "leave out this song, and what is nearer to it than to every song to start from; may be repeated")
    private List<String> less = List.of();

    private PlaylistFile list;

    @Mixin
    private ListeningOptions listening;

    /**
     * The songs to start from.
     *
     * @param rows in the order given, each once
     * @param taken for typed texts
     * @param missing songs of the playlist that the catalogue has not
     * @param heard what the person's own files say
     * @param less songs that there should be less of
     */
    record Seeds(
            List<Integer> rows,
            List<SongFinder.Taken> taken,
            List<ListedSong> missing,
            ListeningOptions.Heard heard,
            List<Integer> less) {
        Seeds {
            rows = List.copyOf(rows);
            taken = List.copyOf(taken);
            missing = List.copyOf(missing);
            less = List.copyOf(less);
        }
    }

    /** The file that is read; null where there is none. */
    Path playlist() {
        return playlist == null || ListSource.isLink(playlist) ? null : Path.of(playlist);
    }

    /** @throws IllegalArgumentException if nothing says where to start */
    void check() {
        listening.check();
        if (texts.isEmpty() && ids.isEmpty() && playlist == null && !listening.given()) {
            throw new IllegalArgumentException(
                    "say which song to start from: --song TEXT, --id ID, --playlist FILE|LINK,"
                            + " --library FILE or --last-played FILE");
        }
        ListSource.check(playlist);
        if (texts.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("--song needs words of an artist or a title, but got none");
        }
        if (less.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "--less-like needs an id, or words of an artist or a title, but got none");
        }
    }

    /** The rules with what is asked of the person's own files. */
    Rules rules(Rules rules) {
        return listening.rules(rules);
    }

    /** Reads the playlist, before the catalogue, which takes seconds: what is wrong with it is told at once. */
    void read() throws IOException {
        list = playlist == null ? null : ListSource.read(playlist);
        if (list != null) {
            list.notes().stream().limit(NOTES).forEach(AnswerText::tell);
            if (list.notes().size() > NOTES) {
                AnswerText.tell(
                        "%,d more notes like these".formatted(list.notes().size() - NOTES));
            }
        }
    }

    /** The songs, once the playlist was {@link #read}. */
    Seeds in(Catalog catalog) {
        List<Integer> rows = new ArrayList<>();
        List<SongFinder.Taken> taken = new ArrayList<>();
        List<Integer> unwanted = new ArrayList<>();
        if (!texts.isEmpty() || !less.isEmpty()) {
            SongSearch search = SongSearch.of(catalog);
            less.forEach(text ->
                    unwanted.add(catalog.rowOf(text).orElseGet(() -> SongFinder.byName(catalog, search, text))));
            texts.forEach(text -> taken.add(SongFinder.taken(catalog, search, text)));
            taken.forEach(song -> rows.add(song.row()));
        }
        ids.forEach(id -> rows.add(SongFinder.byId(catalog, id, "--song")));
        List<ListedSong> missing = list == null ? List.of() : addPlaylist(catalog, rows);
        ListeningOptions.Heard heard = listening.in(catalog, rows);
        List<Integer> each = rows.stream().distinct().toList();
        if (each.size() > Request.MAX_SEEDS) {
            throw new UnsupportedOperationException(
                    "%s has %,d songs of the catalogue, more than %,d: give a part of it"
                            .formatted(playlist, each.size(), Request.MAX_SEEDS));
        }
        each.stream().filter(unwanted::contains).findFirst().ifPresent(both -> {
            throw new IllegalArgumentException(
                    "--less-like names a song to start from, %s: take it away from one of the two"
                            .formatted(catalog.track(both)));
        });
        return new Seeds(each, taken, missing, heard, unwanted);
    }

    private List<ListedSong> addPlaylist(Catalog catalog, List<Integer> rows) {
        if (list.songs().isEmpty()) {
            throw new UnsupportedOperationException(playlist + " has no songs: put some into it, or give another");
        }
        PlaylistFile.Found found = list.in(catalog);
        if (found.rows().length == 0) {
            throw new UnsupportedOperationException("none of the %,d songs of %s is in %s; it names %s"
                    .formatted(list.songs().size(), playlist, catalog, names(found.missing())));
        }
        IntStream.of(found.rows()).forEach(rows::add);
        if (!found.missing().isEmpty()) {
            System.err.printf(
                    "segue: %,d of the %,d songs of %s are not in the catalogue: %s%n",
                    found.missing().size(), list.songs().size(), playlist, names(found.missing()));
        }
        return found.missing();
    }

    private static String names(List<ListedSong> songs) {
        String names = String.join(
                ", ",
                songs.stream()
                        .limit(MISSING_NAMED)
                        .map(song -> SongFinder.shown(song.toString()))
                        .toList());
        return names + (songs.size() > MISSING_NAMED ? ", …" : "");
    }
}
