package segue.page.spotify;

import java.util.List;
import java.util.Optional;
import segue.jobs.JobFailedException;
import segue.jobs.JobProgress;
import segue.page.jobs.JobStage;
import segue.page.server.Json;
import segue.recommend.Recommender;
import segue.spotify.SongList;
import segue.spotify.Spotify;
import segue.spotify.SpotifyPlaylist;
import segue.spotify.access.SpotifyException;
import segue.spotify.access.SpotifySettings;
import segue.spotify.mix.AccountMix;
import segue.spotify.mix.MixOptions;
import segue.spotify.mix.MixSource;

/** The two jobs: from the songs of the account to a mix, and from a mix to a playlist there. */
final class MixWork {
    /** How much of the job is reading songs, and how much is done when they are matched. */
    private static final double READ = 0.4;

    private static final double MATCHED = 0.7;

    private final SpotifySettings settings;
    private final Recommender recommender;
    private final AccountSignIn account;
    private final Drafts drafts;

    MixWork(SpotifySettings settings, Recommender recommender, AccountSignIn account, Drafts drafts) {
        this.settings = settings;
        this.recommender = recommender;
        this.account = account;
        this.drafts = drafts;
    }

    /**
     * What is asked of a mix.
     *
     * @param from {@code saved}, {@code top}, or the link to a playlist
     * @param n songs
     */
    record MixWish(String from, int n) {}

    /**
     * What is asked of a playlist.
     *
     * @param draft which mix
     * @param shown on the person's profile
     * @param again though there is one of that name
     */
    record PlaylistWish(String draft, String name, boolean shown, boolean again) {}

    byte[] mix(byte[] payload, JobProgress progress) throws JobFailedException {
        MixWish wish = Json.read(payload, MixWish.class);
        MixOptions options = MixOptions.defaults().withN(wish.n());
        try {
            progress.tell(0, "asking Spotify");
            Spotify spotify = Spotify.open(settings);
            account.isOf(spotify);
            SongList list;
            try (JobStage _ = JobStage.begin(progress, 0, READ)) {
                list = MixSource.named(wish.from()).read(spotify);
            }
            SongList.Matched matched;
            try (JobStage _ = JobStage.begin(progress, READ, MATCHED)) {
                matched = spotify.match(list, recommender.catalog(), options.isrcSearches());
            }
            progress.tell(MATCHED, "telling tastes and drawing songs");
            try (JobStage _ = JobStage.begin(progress, MATCHED, 1)) {
                AccountMix mix = AccountMix.draft(spotify, recommender, list, matched, options);
                return Json.bytes(MixAnswer.of(drafts.keep(mix), mix, recommender.catalog()));
            }
        } catch (SpotifyException failed) {
            account.failed(failed);
            throw Words.asFailure(failed);
        }
    }

    byte[] playlist(byte[] payload, JobProgress progress) throws JobFailedException {
        PlaylistWish wish = Json.read(payload, PlaylistWish.class);
        Drafts.Draft draft = drafts.get(wish.draft())
                .orElseThrow(() ->
                        new JobFailedException("unknown_draft", "These songs are no longer kept: draw them again."));
        if (draft.made().isPresent()) {
            throw new JobFailedException(
                    "already_made",
                    "This playlist is in your account already: "
                            + draft.made().get().link());
        }
        AccountMix mix = renamed(draft.mix(), wish);
        try {
            progress.tell(0, "asking Spotify");
            Spotify spotify = Spotify.open(settings);
            if (!wish.again()) {
                requireNew(spotify, wish.name());
            }
            SpotifyPlaylist made;
            try (JobStage _ = JobStage.begin(progress, 0.2, 1)) {
                made = mix.makeIn(spotify).made().orElseThrow();
            }
            drafts.made(wish.draft(), made);
            return Json.bytes(MixAnswer.Made.of(made, mix.songs().size()));
        } catch (SpotifyException failed) {
            account.failed(failed);
            throw Words.asFailure(failed);
        }
    }

    private static AccountMix renamed(AccountMix mix, PlaylistWish wish) {
        return new AccountMix(
                mix.list(),
                mix.matched(),
                mix.playlist(),
                mix.songs(),
                mix.unplaced(),
                wish.name(),
                wish.shown(),
                Optional.empty());
    }

    /** Nothing is made twice by mistake. */
    private static void requireNew(Spotify spotify, String name) throws JobFailedException {
        List<SpotifyPlaylist> there = spotify.playlists().stream()
                .filter(one -> one.name().equals(name))
                .toList();
        if (!there.isEmpty()) {
            throw new JobFailedException(
                    "already_there",
                    "Your account has a playlist '%s' already (%s). Give this one another name, or ask for one more of that name."
                            .formatted(name, there.getFirst().link()));
        }
    }
}
