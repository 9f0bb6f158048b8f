package segue.page.music;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import segue.audio.decode.AudioException;
import segue.audio.decode.SoundKind;
import segue.catalog.Catalog;
import segue.page.server.ApiError;
import segue.page.server.Clients;
import segue.page.server.Endpoints;
import segue.page.server.Json;
import segue.page.server.Paths;
import segue.page.server.Query;
import segue.page.songs.SongEndpoints;
import segue.progress.ProgressState;

/**
 * Plays the recordings of the music folder: {@code GET /api/audio?id=} sends one, {@code POST /api/playable} says which of some
 * songs have one. What a request says is only ever looked up among the ids of the catalogue: none of it reaches the file system.
 */
public final class AudioEndpoints implements Endpoints {
    private static final int MOST_ASKED = 200;
    private static final int MOST_KINDS_KEPT = 10_000;

    private final Catalog catalog;
    private final MusicFolder music;
    private final DecodedCopies copies;
    private final Clients clients;
    /** By the stamp of the file: how it is sent, empty where it has to be decoded. */
    private final Map<String, Optional<String>> types = new ConcurrentHashMap<>();

    AudioEndpoints(Catalog catalog, MusicFolder music, DecodedCopies copies, Clients clients) {
        this.catalog = catalog;
        this.music = music;
        this.copies = copies;
        this.clients = clients;
    }

    @Override
    public void addTo(Paths paths) {
        paths.get("/api/audio", this::send);
        paths.post("/api/playable", this::playable);
    }

    /** What is asked of {@code /api/playable}, and its answer: those that can be played. */
    record Songs(List<String> ids) {}

    private void playable(Context ctx) {
        Query.of(ctx, Set.of());
        Songs asked = Json.body(ctx, Songs.class);
        if (asked.ids() == null || asked.ids().size() > MOST_ASKED) {
            throw new ApiError(
                    400, "bad_parameter", "ids must be a list of at most %d.".formatted(MOST_ASKED), "Ask for fewer.");
        }
        Map<Integer, Path> files = music.found().map(MusicMatch::fileOfRow).orElse(Map.of());
        Paths.sendJson(
                ctx, new Songs(asked.ids().stream().filter(id -> has(files, id)).toList()));
    }

    private boolean has(Map<Integer, Path> files, String id) {
        OptionalInt row = id == null ? OptionalInt.empty() : catalog.rowOf(id);
        return row.isPresent() && files.containsKey(row.getAsInt());
    }

    private void send(Context ctx) throws IOException {
        Query query = Query.of(ctx, Set.of("id", "as"));
        String id = query.required("id", SongEndpoints.MAX_ID_CHARACTERS, "Take an id from /api/search?q=words.");
        boolean decoded = query.choice("as", AudioEndpoints::decoded, false);
        Path file = fileOf(SongEndpoints.rowOf(catalog, id));
        AudioAnswer answer;
        try {
            answer = answer(present(file), decoded, clients.of(ctx));
        } catch (AudioException unusable) {
            throw new ApiError(
                    422,
                    "cannot_be_played",
                    "This recording cannot be played: it %s.".formatted(unusable.reason()),
                    "Play the file with another program to see whether it is whole.");
        }
        answer.send(ctx);
    }

    private static boolean decoded(String as) {
        return switch (as) {
            case "wav" -> true;
            case "file" -> false;
            default -> throw new IllegalArgumentException("as must be file or wav but was " + as);
        };
    }

    private Path fileOf(int row) {
        music.failure().ifPresent(reason -> {
            throw new ApiError(
                    404,
                    "no_music",
                    "The music folder cannot be used: %s.".formatted(reason),
                    "Start the page again with --music DIR once that is mended.");
        });
        MusicMatch match = music.found()
                .orElseThrow(() -> new ApiError(
                        503,
                        "music_not_ready",
                        "It is being found out which song is which file.",
                        "Ask again in a second; /api/status says how far it is."));
        return Optional.ofNullable(match.fileOfRow().get(row))
                .orElseThrow(() -> new ApiError(
                        404,
                        "no_recording",
                        "The music folder has no recording of this song.",
                        "Put one there whose tags name artist and title, and start the page again."));
    }

    /** The file as it is now: it may have gone since it was found, or become a link to elsewhere. */
    private AudioFile present(Path file) {
        try {
            Path real = file.toRealPath();
            if (!real.startsWith(music.root())) {
                throw new ApiError(
                        404,
                        "no_recording",
                        "The recording of this song is a link out of the music folder, which is not followed.",
                        "Put the file itself there.");
            }
            return AudioFile.of(real);
        } catch (IOException gone) {
            throw new ApiError(
                    410,
                    "recording_gone",
                    "The recording of this song is not in the music folder any more.",
                    "Put it back, or start the page again.");
        }
    }

    private AudioAnswer answer(AudioFile file, boolean decoded, String client) throws IOException {
        Optional<String> type = decoded ? Optional.empty() : typeOf(file);
        if (type.isPresent()) {
            return new AudioAnswer(file, type.get(), '"' + file.stamp() + '"');
        }
        return new AudioAnswer(copies.of(file, client), BrowserType.WAV, '"' + file.stamp() + "-wav\"");
    }

    private Optional<String> typeOf(AudioFile file) {
        if (types.size() > MOST_KINDS_KEPT) {
            types.clear();
        }
        return types.computeIfAbsent(file.stamp(), same -> BrowserType.of(SoundKind.of(file.path())));
    }

    /**
     * How it stands with the music.
     *
     * @param state {@code matching}, {@code ready} or {@code failed}
     * @param files recordings in the folder, those looked at so far while matching
     * @param songs of the catalogue that can be played
     */
    record MusicStatus(String state, String message, Double fraction, Long files, Integer songs) {}

    @Override
    public Map<String, Object> status() {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("music", state());
        return status;
    }

    private MusicStatus state() {
        if (music.failure().isPresent()) {
            return new MusicStatus("failed", music.failure().get(), null, null, null);
        }
        return music.found()
                .map(match -> new MusicStatus(
                        "ready",
                        match.toString(),
                        null,
                        (long) match.files(),
                        match.fileOfRow().size()))
                .orElseGet(() -> {
                    Optional<ProgressState> progress = music.progress();
                    return new MusicStatus(
                            "matching",
                            progress.map(ProgressState::text).orElse("starting"),
                            progress.map(ProgressState::fraction).orElse(0.0),
                            progress.map(ProgressState::done).orElse(0L),
                            null);
                });
    }
}
