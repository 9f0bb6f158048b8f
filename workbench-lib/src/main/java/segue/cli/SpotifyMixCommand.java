package segue.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.catalog.playlists.PlaylistExport;
import segue.catalog.playlists.PlaylistFormat;
import segue.recommend.Recommender;
import segue.spotify.SongList;
import segue.spotify.Spotify;
import segue.spotify.SpotifyPlaylist;
import segue.spotify.mix.AccountMix;
import segue.spotify.mix.MixOptions;
import segue.spotify.mix.MixSong;
import segue.spotify.mix.MixSource;

/** {@code ./segue spotify mix}: from the songs of an account to a playlist for all their tastes there. */
@Command(
        name = "mix",
        description =
                "Make a playlist in your account for all tastes in your liked songs, your most played, or a playlist.",
        mixinStandardHelpOptions = true)
final class SpotifyMixCommand implements Callable<Integer> {
    private static final int NAMED = 5;

    @Parameters(
            paramLabel = "saved|top|LINK",
            arity = "0..1",
            defaultValue = "saved",
            description =
                    "the songs that tastes are told from: liked ones (default), those played most in months, or those of"
                            + " a playlist that you own or work on")
    private String from;

    @Option(
            names = "--n",
            defaultValue = "50",
            paramLabel = "N",
            description = "how many songs, 1 to 500 (default: 50)")
    private int n;

    @Option(
            names = "--name",
            paramLabel = "TEXT",
            description = "of the playlist (default: 'Segue: ' and the name of the list)")
    private String name;

    @Option(
            names = "--least",
            paramLabel = "N",
            description =
                    "make nothing from fewer songs that the catalogue has, nor of fewer that Spotify has (default: 5)")
    private Integer least;

    @Option(
            names = "--search-isrc",
            paramLabel = "N",
            description = "ask for other releases of N songs at most whose id the catalogue has not (default: 30)")
    private Integer isrcSearches;

    @Option(names = "--public", description = "shown on your profile, and to be embedded for others")
    private boolean shown;

    @Option(names = "--again", description = "make it even if you have a playlist of that name")
    private boolean again;

    @Option(names = "--dry-run", description = "only show the songs: nothing in your account changes")
    private boolean dryRun;

    @Option(names = "--explain", description = "say what every song has in common with yours")
    private boolean explain;

    @Option(names = "--report", paramLabel = "FILE", description = "write what became of each of your songs, as JSON")
    private Path report;

    @Option(
            names = "--export",
            paramLabel = "FILE",
            description = "also write the songs as a playlist: .m3u8, .m3u, .xspf, .jspf or .csv")
    private Path export;

    @Option(names = "--catalog", paramLabel = "FILE", description = CatalogSource.DESCRIPTION)
    private Path file;

    @Option(names = "--json", description = "print one JSON object on stdout")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        MixSource source = MixSource.named(from);
        MixOptions options = options();
        if (export != null) {
            PlaylistFormat.of(export);
        }
        OutputFiles.require(report, export).spare(file);
        Spotify spotify = Spotify.open(SpotifyAccess.settings(new Settings()));
        return OnCtrlC.interrupt(() -> mix(spotify, source, options));
    }

    private MixOptions options() {
        MixOptions options = MixOptions.defaults().withN(n).withPublic(shown).withAgain(again);
        options = name == null ? options : options.withName(name);
        options = least == null ? options : options.withLeast(least);
        return isrcSearches == null ? options : options.withIsrcSearches(isrcSearches);
    }

    private int mix(Spotify spotify, MixSource source, MixOptions options) throws IOException {
        SongList list = source.read(spotify);
        if (!dryRun) {
            AccountMix.requireNew(spotify, list, options);
        }
        Catalog catalog = CatalogSource.open(file);
        SongList.Matched matched = spotify.match(list, catalog, options.isrcSearches());
        MatchText.tell(list, matched);
        Map<String, Object> each = MatchText.json(list, matched, catalog);
        if (report != null) {
            MatchText.write(report, each);
        }
        Recommender recommender = Recommender.of(catalog);
        AccountMix mix = AccountMix.draft(spotify, recommender, list, matched, options);
        TasteAnswer answer = new TasteAnswer(recommender, seeds(matched), mix.playlist());
        if (!json) {
            answer.print(explain);
        }
        tellUnplaced(mix);
        if (export != null) {
            PlaylistExport.of(mix.name(), catalog, answer.rows()).write(export);
        }
        if (!dryRun) {
            mix = mix.makeIn(spotify);
        }
        if (json) {
            System.out.println(Json.of(json(mix, answer, each)));
        }
        tellMade(mix);
        return 0;
    }

    private static StartOptions.Seeds seeds(SongList.Matched matched) {
        return new StartOptions.Seeds(
                Arrays.stream(matched.rows()).boxed().toList(),
                List.of(),
                List.of(),
                new ListeningOptions.Heard(Set.of(), Optional.empty(), Optional.empty()),
                List.of());
    }

    private static void tellUnplaced(AccountMix mix) {
        if (!mix.unplaced().isEmpty()) {
            AnswerText.tell("%,d songs were drawn that are not to be found at Spotify, and left out: %s"
                    .formatted(
                            mix.unplaced().size(),
                            String.join(
                                            "; ",
                                            mix.unplaced().stream()
                                                    .limit(NAMED)
                                                    .map(Track::toString)
                                                    .toList())
                                    + (mix.unplaced().size() > NAMED ? "; …" : "")));
        }
    }

    private void tellMade(AccountMix mix) {
        if (mix.made().isEmpty()) {
            AnswerText.tell("'%s' was not made: --dry-run".formatted(mix.name()));
            return;
        }
        SpotifyPlaylist made = mix.made().get();
        int gone = mix.songs().size() - made.size();
        AnswerText.tell("made %s in your account%s"
                .formatted(
                        made,
                        gone == 0 ? "" : "; %,d songs are left out, which Spotify has no longer".formatted(gone)));
        if (!json) {
            System.out.println(made.link());
            System.out.println(made.embedHtml());
        }
    }

    private Map<String, Object> json(AccountMix mix, TasteAnswer answer, Map<String, Object> each) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("command", "spotify mix");
        result.put("dryRun", dryRun);
        result.put("name", mix.name());
        result.put("report", each);
        result.putAll(answer.json());
        result.put("spotifyIds", mix.songs().stream().map(MixSong::id).toList());
        Function<Track, Object> song = RecommendJson::song;
        result.put(
                "foundByName",
                mix.songs().stream()
                        .filter(MixSong::searched)
                        .map(one -> song.apply(one.track()))
                        .toList());
        result.put("unplaced", mix.unplaced().stream().map(song).toList());
        result.put("playlist", mix.made().map(SpotifyMixCommand::playlist).orElse(null));
        return result;
    }

    private static Map<String, Object> playlist(SpotifyPlaylist made) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", made.id());
        json.put("name", made.name());
        json.put("songs", made.size());
        json.put("link", made.link().toString());
        json.put("embed", made.embed().toString());
        json.put("html", made.embedHtml());
        return json;
    }
}
