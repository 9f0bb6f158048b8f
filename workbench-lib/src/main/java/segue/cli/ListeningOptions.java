package segue.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;
import segue.catalog.Catalog;
import segue.catalog.CatalogException;
import segue.catalog.listening.Listen;
import segue.catalog.listening.Listening;
import segue.catalog.listening.ListeningReport;
import segue.recommend.NewArtists;
import segue.recommend.Request;
import segue.recommend.Rules;

/** The options that start from what a person keeps and plays, in the files that services hand out. */
final class ListeningOptions {
    private static final int NOTES = 10;
    private static final int MISSING_NAMED = 3;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    @Option(
            names = "--library",
            paramLabel = "FILE",
            description = "your songs, which are not recommended, and are started from where nothing else is given:"
                    + " a download of Spotify (zip, folder or file), of ListenBrainz, or a CSV of Last.fm")
    private Path library;

    @Option(
            names = "--last-played",
            paramLabel = "FILE",
            description = "start from the song played last, from the same files")
    private Path lastPlayed;

    @Option(names = "--new-to-me", description = "only artists of whom --library has no song")
    private boolean newToMe;

    /**
     * What was found.
     *
     * @param known rows of songs that are not to be recommended
     * @param library empty where none was asked for
     * @param last play, where it was asked for
     */
    record Heard(Set<Integer> known, Optional<Listening> library, Optional<Listen> last) {
        void into(Map<String, Object> json, Catalog catalog) {
            library.ifPresent(mine -> json.put("library", report(mine)));
            last.ifPresent(listen -> {
                Map<String, Object> play = new LinkedHashMap<>();
                play.put("id", catalog.track(listen.row()).id());
                play.put("began", listen.began().toString());
                json.put("lastPlayed", play);
            });
        }

        private static Map<String, Object> report(Listening mine) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("songs", mine.known().size());
            json.put("saved", mine.library().size());
            json.put("plays", mine.history().size());
            json.put("report", mine.report());
            return json;
        }
    }

    boolean given() {
        return library != null || lastPlayed != null;
    }

    /**
     * @throws IllegalArgumentException if one option needs another
     * @throws CatalogException if a file is not there
     */
    void check() {
        if (newToMe && library == null) {
            throw new IllegalArgumentException("--new-to-me needs --library FILE: it says which artists you know");
        }
        requireThere(library);
        requireThere(lastPlayed);
    }

    /** Said before the catalogue is read, which takes seconds. */
    private static void requireThere(Path file) {
        if (file != null && !Files.exists(file)) {
            throw new CatalogException(file.toString(), "there is no such file", "Check the path");
        }
    }

    Rules rules(Rules rules) {
        // With --new-artists the artists of the library are not new either, so both hold.
        return newToMe && rules.newArtists().isEmpty() ? rules.withNewArtists(NewArtists.toUser()) : rules;
    }

    /** Reads the files, says on stderr what was read, and adds songs to start from. */
    Heard in(Catalog catalog, List<Integer> rows) {
        Optional<Listen> last = Optional.empty();
        if (lastPlayed != null) {
            Listen played = last(catalog);
            last = Optional.of(played);
            rows.add(played.row());
        }
        if (library == null) {
            return new Heard(Set.of(), Optional.empty(), last);
        }
        Listening mine = read(library, catalog);
        Set<Integer> known = mine.known();
        if (known.isEmpty()) {
            throw new UnsupportedOperationException("none of the songs in %s is in %s%s"
                    .formatted(
                            library, catalog, names("; it names ", mine.report().examples())));
        }
        if (rows.isEmpty()) {
            rows.addAll(favourites(mine));
        }
        return new Heard(known, Optional.of(mine), last);
    }

    private Listen last(Catalog catalog) {
        Listening played = read(lastPlayed, catalog);
        Listen last = played.history()
                .last()
                .orElseThrow(() ->
                        new UnsupportedOperationException("no song of %s was played in %s, as far as it tells%s"
                                .formatted(
                                        catalog,
                                        lastPlayed,
                                        names("; it names ", played.report().examples()))));
        int skipped = played.history().skippedSince();
        tell("last played: %s, %s%s"
                .formatted(
                        catalog.track(last.row()),
                        WHEN.format(last.began()),
                        skipped == 0
                                ? ""
                                : "; what was played after it was skipped or shorter than 30 s (%,d)"
                                        .formatted(skipped)));
        return last;
    }

    private static List<Integer> favourites(Listening mine) {
        List<Integer> favourites = mine.favourites(Request.MAX_SEEDS);
        if (favourites.isEmpty()) {
            throw new UnsupportedOperationException(
                    "there is no song to start from: all that the catalogue has of it is"
                            + " not wanted; name one with --song");
        }
        int all = mine.favourites(Integer.MAX_VALUE).size();
        int heard = mine.history().liked().size();
        if (all > favourites.size()) {
            tell("starting from %,d of your %,d songs: %s"
                    .formatted(
                            favourites.size(),
                            all,
                            heard >= favourites.size()
                                    ? "those you played most"
                                    : heard == 0
                                            ? "as many as may be, from all over your library, since it does not say what"
                                                    + " you play"
                                            : "those you played, and some of the others"));
        }
        return favourites;
    }

    private static Listening read(Path file, Catalog catalog) {
        Listening listening = Listening.read(file, catalog);
        ListeningReport report = listening.report();
        report.notes().stream().limit(NOTES).forEach(ListeningOptions::tell);
        if (report.notes().size() > NOTES) {
            tell("%,d more things like these are in the report (--json)"
                    .formatted(report.notes().size() - NOTES));
        }
        tell(file + ": " + report.line() + names("; it has not ", report.examples()));
        return listening;
    }

    private static String names(String before, List<String> songs) {
        return songs.isEmpty()
                ? ""
                : before
                        + String.join(
                                ", ",
                                songs.stream()
                                        .limit(MISSING_NAMED)
                                        .map(SongFinder::shown)
                                        .toList())
                        + (songs.size() > MISSING_NAMED ? ", …" : "");
    }

    private static void tell(String sentence) {
        System.err.println("segue: " + sentence.replaceAll("\\p{Cntrl}", " "));
    }
}
