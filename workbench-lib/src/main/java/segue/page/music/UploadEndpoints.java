package segue.page.music;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import segue.audio.decode.AudioSupport;
import segue.catalog.Catalog;
import segue.page.server.ApiError;
import segue.page.server.Clients;
import segue.page.server.Endpoints;
import segue.page.server.Paths;
import segue.page.server.Query;

/**
 * Takes a recording and finds what is like it: {@code POST /api/upload} has the file as its body and answers 202 with a job, {@code
 * GET /api/jobs?id=} says what has become of it, {@code DELETE /api/jobs?id=} ends it.
 */
public final class UploadEndpoints implements Endpoints {
    public static final long MOST_BYTES = 32L << 20;

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_ID = 64;
    private static final int ID_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Catalog catalog;
    private final UploadLine line;
    private final PrivateFolder folder;
    private final Clients clients;
    /** Those whose upload is arriving. */
    private final Set<String> sending = ConcurrentHashMap.newKeySet();

    UploadEndpoints(Catalog catalog, UploadLine line, PrivateFolder folder, Clients clients) {
        this.catalog = catalog;
        this.line = line;
        this.folder = folder;
        this.clients = clients;
    }

    @Override
    public void addTo(Paths paths) {
        paths.postFile("/api/upload", MOST_BYTES, this::upload);
        paths.get("/api/jobs", this::state);
        paths.delete("/api/jobs", this::cancel);
    }

    /** Why nothing can be sent; empty where it can. */
    private Optional<ApiError> refusal() {
        if (!catalog.space().isMeasured()) {
            return Optional.of(new ApiError(
                    409,
                    "no_sound_features",
                    "A recording cannot be compared with these songs: they are described by " + catalog.space()
                            + ", which Segue cannot measure in a recording.",
                    "Start the page over recordings: ./segue features FOLDER --out features.csv,"
                            + " then ./segue page --catalog features.csv."));
        }
        return AudioSupport.absence()
                .map(reason -> new ApiError(409, "no_decoder", reason, "Then start the page again."));
    }

    private void upload(Context ctx) throws IOException {
        Query query = Query.of(ctx, Set.of("name"));
        String name = query.text("name").isEmpty() ? "" : query.required("name", LONGEST_NAME, "");
        refusal().ifPresent(error -> {
            throw error;
        });
        requirePlainBody(ctx);
        String client = clients.of(ctx);
        if (line.has(client) || !sending.add(client)) {
            throw new ApiError(
                    429,
                    "one_at_a_time",
                    "A recording from here is being listened to already.",
                    "Wait until that one is done, or end it by DELETE /api/jobs?id=.");
        }
        Path file = null;
        boolean handedOver = false;
        try {
            requirePlace();
            file = folder.newFile();
            receive(ctx, file);
            String id = randomId();
            handedOver = line.offer(id, client, file, name);
            if (!handedOver) {
                throw full();
            }
            ctx.status(202);
            Paths.sendJson(ctx, new Accepted(id));
        } finally {
            sending.remove(client);
            if (file != null && !handedOver) {
                Files.deleteIfExists(file);
            }
        }
    }

    record Accepted(String job) {}

    private static void requirePlainBody(Context ctx) {
        String type = Optional.ofNullable(ctx.contentType()).orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/") || type.startsWith("application/x-www-form-urlencoded")) {
            throw new ApiError(
                    415,
                    "no_plain_body",
                    "The recording must be the body itself, not a form.",
                    "Send it as it is: curl --data-binary @song.mp3 -H 'Content-Type: application/octet-stream'.");
        }
        if (ctx.req().getContentLengthLong() > MOST_BYTES) {
            throw tooLarge();
        }
    }

    private void requirePlace() {
        if (line.isFull()) {
            throw full();
        }
    }

    private static ApiError full() {
        return new ApiError(503, "busy", "Many recordings wait to be listened to.", "Send it again in a moment.");
    }

    private static ApiError tooLarge() {
        return new ApiError(
                413,
                "too_large",
                "The recording has more than %d MiB.".formatted(MOST_BYTES >> 20),
                "Send a part of it, or as MP3 or Opus.");
    }

    private static void receive(Context ctx, Path file) throws IOException {
        long bytes = 0;
        byte[] piece = new byte[1 << 16];
        try (InputStream in = ctx.req().getInputStream();
                OutputStream out = Files.newOutputStream(file)) {
            for (int count = read(in, piece); count >= 0; count = read(in, piece)) {
                bytes += count;
                if (bytes > MOST_BYTES) {
                    throw tooLarge();
                }
                out.write(piece, 0, count);
            }
        }
        if (bytes == 0) {
            throw new ApiError(400, "no_recording", "The body is empty.", "Send a recording as the body.");
        }
    }

    /** A sender who hangs up, or falls silent for too long, is no fault of the page. */
    private static int read(InputStream in, byte[] piece) {
        try {
            return in.read(piece);
        } catch (IOException broken) {
            throw new ApiError(400, "cut_off", "The recording did not arrive whole.", "Send it again.");
        }
    }

    private static String randomId() {
        byte[] bits = new byte[ID_BYTES];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /**
     * What has become of a job.
     *
     * @param state {@code waiting}, {@code running}, {@code done}, {@code failed} or {@code cancelled}
     * @param place in the line while it waits, 1 is next
     * @param fraction that is done while it runs, 0 to 1
     * @param result once it is done, as of {@code /api/recommend}
     * @param error where it failed
     */
    record JobState(String state, Integer place, Double fraction, UploadAnswer result, ApiError.Body.Details error) {
        static JobState of(UploadLine.State state) {
            return switch (state) {
                case UploadLine.State.Waiting(int place) -> new JobState("waiting", place, null, null, null);
                case UploadLine.State.Running(double fraction) -> new JobState("running", null, fraction, null, null);
                case UploadLine.State.Done(UploadAnswer answer) -> new JobState("done", null, null, answer, null);
                case UploadLine.State.Failed(String code, String sentence) ->
                    new JobState("failed", null, null, null, new ApiError.Body.Details(code, sentence, ""));
                case UploadLine.State.Cancelled() -> new JobState("cancelled", null, null, null, null);
            };
        }
    }

    private void state(Context ctx) {
        Paths.sendJson(ctx, JobState.of(known(ctx)));
    }

    private void cancel(Context ctx) {
        known(ctx);
        line.cancel(id(ctx));
        Paths.sendJson(ctx, JobState.of(known(ctx)));
    }

    private UploadLine.State known(Context ctx) {
        return line.state(id(ctx))
                .orElseThrow(() -> new ApiError(
                        404,
                        "unknown_job",
                        "There is no such job, or it ended more than %d minutes ago."
                                .formatted(UploadLine.KEPT_FOR.toMinutes()),
                        "Send the recording again."));
    }

    private static String id(Context ctx) {
        return Query.of(ctx, Set.of("id")).required("id", LONGEST_ID, "Take the job that /api/upload answered with.");
    }

    /**
     * Whether recordings can be sent.
     *
     * @param reason why not, and what to do, two sentences; null where they can
     */
    record UploadStatus(boolean available, String reason, String hint, long maxBytes, int maxMinutes) {}

    @Override
    public Map<String, Object> status() {
        Map<String, Object> status = new LinkedHashMap<>();
        Optional<ApiError.Body.Details> reason =
                refusal().map(error -> error.body().error());
        status.put(
                "uploads",
                new UploadStatus(
                        reason.isEmpty(),
                        reason.map(ApiError.Body.Details::message).orElse(null),
                        reason.map(ApiError.Body.Details::hint).orElse(null),
                        MOST_BYTES,
                        UploadWork.MOST_MINUTES));
        return status;
    }
}
