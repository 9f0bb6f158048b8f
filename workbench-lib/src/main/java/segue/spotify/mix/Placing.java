package segue.spotify.mix;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import segue.catalog.TextKey;
import segue.catalog.Track;
import segue.progress.Progress;
import segue.spotify.SongList;
import segue.spotify.Spotify;
import segue.spotify.SpotifySong;

/** Finds the ids that songs of a catalogue have at Spotify: their own, where they are such, else by a search for the name. */
final class Placing implements AutoCloseable {
    private static final int HITS = 10;

    private final Spotify spotify;
    private final Map<Integer, Optional<String>> searched = new HashMap<>();
    private final Set<String> taken;
    private final Progress progress = Progress.begin("songs at Spotify");
    private int left;

    /** @param own songs of the person, which are not to come back under another name */
    Placing(Spotify spotify, SongList own, int searches) {
        this.spotify = spotify;
        this.left = searches;
        this.taken = new HashSet<>(own.songs().stream().map(SpotifySong::id).toList());
    }

    /** Empty where Spotify has none, or no more may be asked; the same song is asked for once. */
    Optional<String> idOf(int row, Track track) {
        if (SpotifySong.isId(track.id())) {
            return Optional.of(track.id());
        }
        if (!searched.containsKey(row)) {
            searched.put(row, left == 0 ? Optional.empty() : search(track));
        }
        return searched.get(row);
    }

    private Optional<String> search(Track track) {
        String title = words(track.name());
        if (title.isEmpty() || track.artists().isEmpty()) {
            return Optional.empty();
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("stopped while songs were looked for at Spotify");
        }
        left--;
        progress.step();
        List<SpotifySong> hits = spotify.search(
                "track:\"%s\" artist:\"%s\""
                        .formatted(title, words(track.artists().getFirst())),
                HITS);
        Optional<String> id = hits.stream()
                .filter(hit -> isSame(hit, track))
                .map(SpotifySong::id)
                .filter(taken::add)
                .findFirst();
        return id;
    }

    /** What a search may be told: quotation marks end a field. */
    private static String words(String text) {
        return text.replace('"', ' ').strip();
    }

    private static boolean isSame(SpotifySong hit, Track track) {
        Set<String> artists = new HashSet<>();
        Stream.concat(track.artists().stream(), Stream.of(track.artistLine()))
                .map(TextKey::of)
                .forEach(artists::add);
        return SpotifySong.isId(hit.id())
                && Objects.equals(TextKey.ofTitle(hit.name()), TextKey.ofTitle(track.name()))
                && hit.artists().stream().map(TextKey::of).anyMatch(artists::contains);
    }

    @Override
    public void close() {
        progress.close();
    }
}
