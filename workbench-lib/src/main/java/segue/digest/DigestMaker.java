package segue.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import segue.catalog.Catalog;
import segue.feedback.FeedbackStore;
import segue.feedback.IsoWeek;
import segue.feedback.Listener;
import segue.recommend.NewArtists;
import segue.recommend.Recommendation;
import segue.recommend.Recommender;
import segue.recommend.Request;
import segue.recommend.Rules;
import segue.recommend.SongSearch;

/**
 * Makes digests over one catalogue: songs like those that a listener searched for and liked lately. Immutable; the same
 * feedback gives the same digest for the same moment.
 *
 * <p>A search counts if it finds a song with every word; the more recent, the more. A like counts as a search of the same day, a
 * score less, and both fade. The weightiest few take turns in recommending, as several songs do in {@link Recommender}. Left
 * out are songs that the listener rated (so none that is disliked), searched for or played, their other recordings, the artists
 * that the digest starts from, and what stood in the last digests. A catalogue that is too small for all that gives up the rule
 * of artists first, then that of past digests, and never the others.
 */
public final class DigestMaker {
    private final Catalog catalog;
    private final Recommender recommender;
    private final SongSearch search;
    private final DigestOptions options;

    /** @param recommender of the same catalogue, as {@code search} is */
    public DigestMaker(Catalog catalog, Recommender recommender, SongSearch search, DigestOptions options) {
        this.catalog = catalog;
        this.recommender = recommender;
        this.search = search;
        this.options = options;
    }

    /** Makes what is needed beside the catalogue: 2 s for 105,681 songs. */
    public static DigestMaker of(Catalog catalog, DigestOptions options) {
        return new DigestMaker(catalog, Recommender.of(catalog), SongSearch.of(catalog), options);
    }

    public Catalog catalog() {
        return catalog;
    }

    /** A listener's digest; empty where nothing was searched for or liked that the catalogue has, or nothing is left. */
    public Optional<Digest> make(FeedbackStore store, Listener listener, IsoWeek week, Instant now) {
        Listening listening = Listening.of(store, listener, catalog, search, options.halfLifeDays(), now);
        List<Occasion> occasions =
                listening.occasions().stream().limit(options.occasions()).toList();
        if (occasions.isEmpty()) {
            return Optional.empty();
        }
        Set<Integer> past = new HashSet<>();
        store.digests()
                .songsBefore(listener, week, options.pastDigests())
                .forEach(song -> catalog.rowOf(song).ifPresent(past::add));
        Draw draw = new Draw(listening.known(), past);
        List<Integer> starts = occasions.stream().map(Occasion::row).toList();
        List<Recommendation> songs = draw.songs(starts, options.songs());
        List<Recommendation> rare = options.littleKnown() == 0 ? List.of() : draw.littleKnown(starts);
        List<DigestSection> sections = sections(occasions, songs);
        if (!rare.isEmpty()) {
            sections.add(new DigestSection("Little known, and close to what you like", Optional.empty(), rare));
        }
        return sections.isEmpty() ? Optional.empty() : Optional.of(new Digest(week, sections));
    }

    private List<DigestSection> sections(List<Occasion> occasions, List<Recommendation> songs) {
        Map<String, List<Recommendation>> byStart = new LinkedHashMap<>();
        for (Recommendation song : songs) {
            byStart.computeIfAbsent(song.seed().id(), id -> new ArrayList<>()).add(song);
        }
        List<DigestSection> sections = new ArrayList<>();
        for (Occasion occasion : occasions) {
            var start = catalog.track(occasion.row());
            if (byStart.get(start.id()) instanceof List<Recommendation> some) {
                sections.add(new DigestSection(occasion.sentence(), Optional.of(start), some));
            }
        }
        return sections;
    }

    /** Draws songs for one digest, none twice. */
    private final class Draw {
        private static final Rules ANY_ARTIST = Rules.defaults();
        private static final Rules OTHER_ARTISTS = ANY_ARTIST.withPerArtist(1).withOtherArtists(true);

        private final Set<Integer> never;
        private final Set<Integer> past;

        Draw(Set<Integer> known, Set<Integer> past) {
            never = new HashSet<>(known);
            this.past = past;
        }

        List<Recommendation> songs(List<Integer> starts, int n) {
            List<Recommendation> songs = new ArrayList<>();
            fill(songs, starts, n, OTHER_ARTISTS, past);
            fill(songs, starts, n, ANY_ARTIST, past);
            fill(songs, starts, n, ANY_ARTIST, Set.of());
            return songs;
        }

        List<Recommendation> littleKnown(List<Integer> starts) {
            List<Recommendation> songs = new ArrayList<>();
            fill(songs, starts, options.littleKnown(), OTHER_ARTISTS.withNewArtists(NewArtists.defaults()), past);
            return songs;
        }

        private void fill(List<Recommendation> songs, List<Integer> starts, int n, Rules rules, Set<Integer> also) {
            if (songs.size() == n) {
                return;
            }
            Set<Integer> known = new HashSet<>(never);
            known.addAll(also);
            for (Recommendation song : recommender.recommend(
                    Request.of(starts).withN(n - songs.size()).withRules(rules).withKnown(known))) {
                songs.add(song);
                never.add(song.row());
            }
        }
    }
}
