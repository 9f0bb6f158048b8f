package segue.page.spotify;

import io.javalin.http.Context;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import segue.jobs.JobKind;
import segue.page.jobs.HeavyWork;
import segue.page.server.ApiError;
import segue.page.server.Assets;
import segue.page.server.Endpoints;
import segue.page.server.Framing;
import segue.page.server.Json;
import segue.page.server.Paths;
import segue.page.server.Query;
import segue.page.server.Visitors;
import segue.spotify.access.SpotifyException;
import segue.spotify.access.SpotifySettings;
import segue.spotify.mix.MixOptions;
import segue.spotify.mix.MixSource;

/**
 * The Spotify account of whoever started the page: {@code GET /api/spotify} says how it stands, {@code POST} and {@code DELETE
 * /api/spotify/sign-in} sign in and out, {@code POST /api/spotify/mix} draws songs for the tastes in it, {@code POST
 * /api/spotify/playlists} makes a playlist of them. {@code GET /spotify} is the page for all that.
 */
final class SpotifyEndpoints implements Endpoints {
    static final JobKind MIX = new JobKind("spotify-mix", 1);
    static final JobKind PLAYLIST = new JobKind("spotify-playlist", 1);

    private static final int MOST_SONGS = 200;
    private static final int LONGEST_LINK = 300;
    private static final int LONGEST_DRAFT = 64;

    /** The page's own, and Spotify's player in a frame. */
    private static final String CONTENT = Framing.OWN_CONTENT + "; frame-src https://open.spotify.com";

    private final Assets.Asset page =
            Assets.Asset.of("/spotify", "text/html; charset=utf-8", Assets.read("spotify.html"));
    private final OwnPage own;
    private final Optional<AccountSignIn> account;
    private final Drafts drafts;
    private final HeavyWork work;

    SpotifyEndpoints(OwnPage own, Optional<AccountSignIn> account, Drafts drafts, HeavyWork work) {
        this.own = own;
        this.account = account;
        this.drafts = drafts;
        this.work = work;
    }

    @Override
    public void addTo(Paths paths) {
        paths.get(page.path(), this::sendPage);
        paths.get("/api/spotify", this::state);
        paths.post("/api/spotify/sign-in", this::signIn);
        paths.delete("/api/spotify/sign-in", this::signOut);
        paths.post("/api/spotify/mix", this::mix);
        paths.post("/api/spotify/playlists", this::makePlaylist);
    }

    private void sendPage(Context ctx) {
        Framing.restrictAnew(ctx, CONTENT);
        page.send(ctx);
    }

    /**
     * How it stands with the account.
     *
     * @param state {@code not_configured}, {@code signed_out}, {@code waiting} for the person to agree, or {@code signed_in}
     * @param account its name, where it is known
     * @param until the day on which Spotify will ask again
     * @param address of Spotify's page, while it waits
     * @param message what is to be done, or went wrong, for people; may be missing
     */
    record Account(String state, String account, String until, URI address, String message) {
        static Account of(AccountSignIn.State state, SpotifySettings settings) {
            return switch (state) {
                case AccountSignIn.State.NotConfigured() ->
                    new Account("not_configured", null, null, null, Words.howToConnect(settings));
                case AccountSignIn.State.SignedOut(Optional<SpotifyException> trouble) ->
                    new Account("signed_out", null, null, null, words(trouble));
                case AccountSignIn.State.Waiting(Optional<URI> address) ->
                    new Account("waiting", null, null, address.orElse(null), null);
                case AccountSignIn.State.SignedIn signedIn ->
                    new Account(
                            "signed_in",
                            signedIn.account().orElse(null),
                            LocalDate.ofInstant(signedIn.until(), ZoneId.systemDefault())
                                    .toString(),
                            null,
                            words(signedIn.trouble()));
            };
        }

        Account saying(String sentence) {
            return new Account(state, account, until, address, sentence);
        }

        private static String words(Optional<SpotifyException> trouble) {
            return trouble.map(Words::of).orElse(null);
        }
    }

    private void state(Context ctx) {
        SpotifySettings settings = own.require(ctx);
        Query.of(ctx, Set.of());
        Paths.sendJson(ctx, Account.of(account.orElseThrow().state(), settings));
    }

    private void signIn(Context ctx) {
        SpotifySettings settings = requireMayChange(ctx);
        Paths.sendJson(ctx, Account.of(account.orElseThrow().begin(), settings));
    }

    private void signOut(Context ctx) throws InterruptedException {
        SpotifySettings settings = requireMayChange(ctx);
        AccountSignIn signIn = account.orElseThrow();
        boolean signedIn = signIn.state() instanceof AccountSignIn.State.SignedIn;
        Account now = Account.of(signIn.end(), settings);
        Paths.sendJson(ctx, signedIn ? now.saying(Words.AFTER_SIGNING_OUT) : now);
    }

    private SpotifySettings requireMayChange(Context ctx) {
        SpotifySettings settings = own.require(ctx);
        Visitors.required(ctx);
        Query.of(ctx, Set.of());
        return settings;
    }

    /** @param n 1 to {@value #MOST_SONGS}; 50 where it is missing */
    record MixBody(String from, Integer n) {}

    private void mix(Context ctx) {
        requireMayChange(ctx);
        MixBody body = Json.body(ctx, MixBody.class);
        String from = Optional.ofNullable(body.from()).orElse("").strip();
        int n = Optional.ofNullable(body.n()).orElse(MixOptions.defaults().n());
        if (n < 1 || n > MOST_SONGS) {
            throw wrong("n must be from 1 to %d but was %d.".formatted(MOST_SONGS, n), "Leave it out for 50.");
        }
        requireSource(from);
        requireSignedIn();
        work.submitHere(ctx, MIX, Json.bytes(new MixWork.MixWish(from, n)));
    }

    private static void requireSource(String from) {
        if (from.length() > LONGEST_LINK) {
            throw wrong(
                    "The link has %d characters.".formatted(from.length()), "Take it from Spotify: Share, Copy link.");
        }
        try {
            MixSource.named(from);
        } catch (IllegalArgumentException other) {
            throw wrong(
                    sentence(other.getMessage().replace(from, Query.shown(from))),
                    "Take it from Spotify: Share, Copy link to playlist.");
        }
    }

    private static String sentence(String message) {
        return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".";
    }

    /**
     * @param name of the playlist; that of the mix where it is missing
     * @param shown on the person's profile
     * @param again though the account has one of that name
     */
    record PlaylistBody(String draft, String name, Boolean shown, Boolean again) {}

    private void makePlaylist(Context ctx) {
        requireMayChange(ctx);
        PlaylistBody body = Json.body(ctx, PlaylistBody.class);
        String id = Optional.ofNullable(body.draft()).orElse("");
        Drafts.Draft draft = Optional.of(id)
                .filter(text -> text.length() <= LONGEST_DRAFT)
                .flatMap(drafts::get)
                .orElseThrow(() -> new ApiError(
                        404,
                        "unknown_draft",
                        "These songs are no longer kept.",
                        "Draw them again, then make the playlist."));
        String name =
                Optional.ofNullable(body.name()).orElse(draft.mix().name()).strip();
        try {
            MixOptions.defaults().withName(name);
        } catch (IllegalArgumentException refused) {
            throw wrong(sentence(refused.getMessage()), "Give it a shorter name, or leave it out.");
        }
        requireSignedIn();
        boolean shown = Boolean.TRUE.equals(body.shown());
        boolean again = Boolean.TRUE.equals(body.again());
        work.submitHere(ctx, PLAYLIST, Json.bytes(new MixWork.PlaylistWish(id, name, shown, again)));
    }

    private void requireSignedIn() {
        if (!(account.orElseThrow().state() instanceof AccountSignIn.State.SignedIn)) {
            throw new ApiError(409, "not_signed_in", "Segue is not signed in to Spotify.", "Sign in first.");
        }
    }

    private static ApiError wrong(String message, String hint) {
        return new ApiError(400, "bad_parameter", message, hint);
    }

    /** @param reason why it is not to be had at this page; null where it is */
    record SpotifyStatus(boolean available, String reason) {}

    @Override
    public Map<String, Object> status() {
        Map<String, Object> status = new LinkedHashMap<>();
        String reason = own.reason().orElse(null);
        status.put("spotify", new SpotifyStatus(reason == null, reason));
        return status;
    }
}
