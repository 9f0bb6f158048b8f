package segue.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import segue.catalog.Catalog;
import segue.catalog.playlists.PlaylistExport;
import segue.catalog.playlists.PlaylistFile;
import segue.catalog.playlists.SongMatcher;
import segue.spotify.NewPlaylist;
import segue.spotify.PlaylistLink;
import segue.spotify.SongList;
import segue.spotify.Spotify;
import segue.spotify.SpotifyPlaylist;
import segue.spotify.SpotifySong;
import segue.spotify.TopRange;
import segue.spotify.Withdrawn;
import segue.spotify.access.SignIn;
import segue.spotify.access.SpotifySettings;

/** {@code ./segue spotify}: sign in, bring songs here, make a playlist there. */
@Command(
        name = "spotify",
        description = "Sign in to Spotify, read your songs and playlists, make a playlist.",
        synopsisSubcommandLabel =
                "(sign-in | sign-out | status | saved | top | playlists | playlist LINK | mix [saved|top|LINK] |"
                        + " create FILE | limits)",
        subcommands = SpotifyMixCommand.class,
        mixinStandardHelpOptions = true)
final class SpotifyCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "spotify needs one of sign-in, sign-out, status, saved, top, playlists, playlist LINK, mix, create"
                        + " FILE, limits");
    }

    /** What is done with songs that were read: compare them with the catalogue, and write those that are in it. */
    static final class Destination {
        @Option(names = "--catalog", paramLabel = "FILE", description = CatalogSource.DESCRIPTION)
        private Path catalog;

        @Option(
                names = "--out",
                paramLabel = "FILE",
                description = "write the songs found: .m3u8, .xspf, .jspf or .csv")
        private Path out;

        @Option(
                names = "--search-isrc",
                defaultValue = "0",
                paramLabel = "N",
                description =
                        "ask Spotify for other releases of N songs at most whose id the catalogue has not (default: 0)")
        private int searches;

        @Option(names = "--json", description = "print one JSON object on stdout")
        private boolean json;
    }

    @Command(
            name = "sign-in",
            description = "Agree in the browser, once; Spotify asks again after six months.",
            mixinStandardHelpOptions = true)
    int signIn(
            @Option(names = "--no-browser", description = "print the address instead of opening it") boolean printOnly)
            throws IOException {
        SpotifySettings settings = settings();
        var session = OnCtrlC.interrupt(() -> SignIn.to(settings, address -> show(address, printOnly)));
        System.err.println("segue: signed in as " + Spotify.of(session).account() + " until "
                + SpotifyAccess.day(session.ends()) + "; kept in " + settings.tokenFile());
        return ExitCode.OK;
    }

    @Command(name = "sign-out", description = "Delete the sign-in from this machine.", mixinStandardHelpOptions = true)
    int signOut() {
        System.err.println(
                SignIn.out(settings())
                        ? "segue: signed out; withdraw what you allowed at " + SignIn.REVOKE
                        : "segue: was not signed in; what apps are allowed is listed at " + SignIn.REVOKE);
        return ExitCode.OK;
    }

    @Command(
            name = "status",
            description = "Whether Segue is signed in, and until when.",
            mixinStandardHelpOptions = true)
    int status(@Option(names = "--json", description = "print one JSON object on stdout") boolean json) {
        SpotifySettings settings = settings();
        Optional<SignIn.Status> status = SignIn.status(settings);
        if (json) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("command", "spotify status");
            result.put("signedIn", status.isPresent());
            status.ifPresent(is -> result.put("until", SpotifyAccess.day(is.ends())));
            result.put("file", settings.tokenFile().toString());
            System.out.println(Json.of(result));
        } else {
            System.out.println(status.map(is -> "signed in since %s until %s with app %s, %d permissions; kept in %s"
                            .formatted(
                                    SpotifyAccess.day(is.since()),
                                    SpotifyAccess.day(is.ends()),
                                    is.clientId(),
                                    is.allowed(),
                                    settings.tokenFile()))
                    .orElseGet(() -> "not signed in. "
                            + (settings.clientId().isPresent()
                                    ? "Run './segue spotify sign-in' once; the browser opens."
                                    : settings.howToConnect())));
        }
        return ExitCode.OK;
    }

    @Command(name = "saved", description = "Your liked songs, newest first.", mixinStandardHelpOptions = true)
    int saved(@Mixin Destination to) throws IOException {
        Spotify spotify = Spotify.open(settings());
        return read(spotify, OnCtrlC.interrupt(spotify::likedSongs), to);
    }

    @Command(name = "top", description = "The songs that you play most.", mixinStandardHelpOptions = true)
    int top(
            @Option(
                            names = "--over",
                            defaultValue = "months",
                            paramLabel = "TIME",
                            description = "weeks, months or years (default: months)")
                    String over,
            @Mixin Destination to)
            throws IOException {
        TopRange range = TopRange.named(over);
        Spotify spotify = Spotify.open(settings());
        return read(spotify, OnCtrlC.interrupt(() -> spotify.topSongs(range)), to);
    }

    @Command(name = "playlists", description = "Your playlists, with their links.", mixinStandardHelpOptions = true)
    int playlists() throws IOException {
        List<SpotifyPlaylist> all = OnCtrlC.interrupt(Spotify.open(settings())::playlists);
        all.forEach(list -> System.out.printf(
                "%s  %s%s%n", list.link(), list, list.owner().isEmpty() ? "" : ", of " + list.owner()));
        return ExitCode.OK;
    }

    @Command(
            name = "playlist",
            description = "The songs of a playlist that you own or work on.",
            mixinStandardHelpOptions = true)
    int playlist(
            @Parameters(paramLabel = "LINK", description = "as Spotify's 'Copy link to playlist' gives it") String link,
            @Mixin Destination to)
            throws IOException {
        PlaylistLink wanted = PlaylistLink.parse(link);
        Spotify spotify = Spotify.open(settings());
        return read(spotify, OnCtrlC.interrupt(() -> spotify.playlist(wanted)), to);
    }

    @Command(
            name = "create",
            description = "Make a playlist in your account from a playlist file.",
            mixinStandardHelpOptions = true)
    int create(
            @Parameters(paramLabel = "FILE", description = "M3U, XSPF, JSPF, CSV, or plain text with an id a line")
                    Path file,
            @Option(names = "--name", paramLabel = "TEXT", description = "default: that in the file") String name,
            @Option(names = "--public", description = "shown on your profile, and to be embedded for others")
                    boolean shown,
            @Option(names = "--catalog", paramLabel = "FILE", description = CatalogSource.DESCRIPTION) Path catalog)
            throws IOException {
        PlaylistFile list = PlaylistFile.read(file);
        list.notes().forEach(note -> System.err.println("segue: " + note));
        NewPlaylist wanted = NewPlaylist.of(name == null ? list.name() : name, ids(list, catalog))
                .withPublic(shown);
        SpotifyPlaylist made = OnCtrlC.interrupt(() -> Spotify.open(settings()).create(wanted));
        if (made.size() < wanted.ids().size()) {
            System.err.printf(
                    "segue: %,d songs are left out, which Spotify has no longer%n",
                    wanted.ids().size() - made.size());
        }
        if (wanted.leftOut() > 0) {
            System.err.printf("segue: %,d songs have no id at Spotify and are left out%n", wanted.leftOut());
        }
        System.err.printf("segue: %s, embed it by %s%n", made, made.embed());
        System.out.println(made.link());
        return ExitCode.OK;
    }

    @Command(
            name = "limits",
            description = "What Spotify no longer gives apps, and what Segue does instead.",
            mixinStandardHelpOptions = true)
    int limits() {
        for (Withdrawn withdrawn : Withdrawn.values()) {
            System.out.printf(
                    "%s (%s)%n    not since %s; Segue %s%n",
                    withdrawn.what(), withdrawn.calls(), withdrawn.since(), withdrawn.instead());
        }
        return ExitCode.OK;
    }

    private static int read(Spotify spotify, SongList list, Destination to) throws IOException {
        Catalog catalog = CatalogSource.open(to.catalog);
        SongList.Matched matched = OnCtrlC.interrupt(() -> spotify.match(list, catalog, to.searches));
        MatchText.tell(list, matched);
        if (to.out != null) {
            PlaylistExport.of(list.name(), catalog, matched.rows()).write(to.out);
        }
        if (to.json) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("command", "spotify");
            result.put("name", list.name());
            result.put("report", matched.report());
            result.put(
                    "ids",
                    IntStream.of(matched.rows())
                            .mapToObj(row -> catalog.track(row).id())
                            .toList());
            result.put(
                    "missing",
                    matched.missing().stream().map(SpotifySong::toString).toList());
            System.out.println(Json.of(result));
        } else {
            IntStream.of(matched.rows()).forEach(row -> System.out.println(catalog.track(row)));
        }
        return ExitCode.OK;
    }

    /** Ids at Spotify where the list gives them; else those of the same songs in the catalogue; else what there is. */
    private static List<String> ids(PlaylistFile list, Path file) {
        if (list.songs().stream().allMatch(song -> SpotifySong.isId(song.id()))) {
            return list.songs().stream().map(song -> song.id()).toList();
        }
        Catalog catalog = CatalogSource.open(file);
        SongMatcher matcher = SongMatcher.of(catalog);
        return list.songs().stream()
                .map(song -> SpotifySong.isId(song.id())
                        ? song.id()
                        : matcher.find(song)
                                .map(match -> catalog.track(match.row()).id())
                                .orElse(song.toString()))
                .toList();
    }

    private static SpotifySettings settings() {
        return SpotifyAccess.settings(new Settings());
    }

    private static void show(URI address, boolean printOnly) {
        if (printOnly || !Browser.open(address)) {
            System.err.println("segue: open this address in a browser on this machine, and agree there:");
            System.out.println(address);
        } else {
            System.err.println("segue: agree in the browser that opens; if none does: " + address);
        }
    }
}
