package segue.digest;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import segue.catalog.AudioFeatures;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.digest.DigestRun.Person;
import segue.feedback.EmailAddress;
import segue.feedback.FeedbackStore;
import segue.feedback.IsoWeek;
import segue.feedback.Listener;
import segue.feedback.Opinion;
import segue.feedback.Rating;
import segue.feedback.Subscription;
import segue.feedback.sql.DatabaseAddress;

/** A hundred songs (ids {@code s0} to {@code s99}, two an artist) and people who listen to them. */
final class Fixture {
    static final Listener ANNA = new Listener("anna-0123456789ab");
    static final Listener BERT = new Listener("bert-0123456789ab");
    static final Sender FROM = Sender.of("Segue <digest@example.org>");
    static final ZoneId ZONE = ZoneOffset.UTC;
    static final Instant NOW = Instant.now();
    static final IsoWeek WEEK = IsoWeek.of(NOW.atZone(ZONE).toLocalDate());

    private static final String[] COLOURS = {
        "Amber", "Cobalt", "Crimson", "Indigo", "Ivory", "Olive", "Scarlet", "Teal", "Umber", "Violet"
    };
    private static final String[] THINGS = {
        "Lantern", "Harbour", "Window", "Meadow", "Engine", "Ribbon", "Compass", "Thunder", "Orchard", "Signal"
    };

    private Fixture() {}

    static Catalog songs() {
        return new Catalog("a hundred songs", tracks());
    }

    static List<Track> tracks() {
        Random random = new Random(42);
        List<Track> tracks = new ArrayList<>();
        for (String thing : THINGS) {
            for (String colour : COLOURS) {
                int row = tracks.size();
                tracks.add(track("s" + row, colour + " " + thing, "Artist " + row / 2, features(random)));
            }
        }
        return tracks;
    }

    static AudioFeatures features(Random random) {
        return new AudioFeatures(
                random.nextFloat(),
                random.nextFloat(),
                random.nextFloat(),
                random.nextFloat(),
                random.nextFloat(),
                -30 * random.nextFloat(),
                random.nextFloat() / 2,
                60 + 120 * random.nextFloat(),
                random.nextFloat());
    }

    static Track track(String id, String name, String artist, AudioFeatures features) {
        return new Track(
                id,
                name,
                List.of(artist),
                features,
                OptionalInt.of(1990 + name.length() % 30),
                Optional.empty(),
                OptionalInt.of(215_000),
                OptionalInt.of(1 + id.hashCode() % 50 + 49),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of(),
                Optional.empty());
    }

    static FeedbackStore store(Path folder) {
        return FeedbackStore.open(DatabaseAddress.in(folder));
    }

    static DigestMaker maker(Catalog catalog) {
        return DigestMaker.of(catalog, DigestOptions.defaults());
    }

    static void rate(FeedbackStore store, Listener listener, String song, Opinion opinion) {
        String key = "key-%s-%012d".formatted(song, System.nanoTime() % 1_000_000_000_000L);
        store.rate(key, new Rating(listener, "", song, "euclidean", opinion));
    }

    static Person subscribed(FeedbackStore store, Listener listener, String address) {
        Subscription made = store.subscriptions().subscribe(listener, new EmailAddress(address));
        return new Person(listener, Optional.of(made));
    }

    static Person alone(Listener listener) {
        return new Person(listener, Optional.empty());
    }
}
