package segue.page.music;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import segue.audio.decode.AudioSupport;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.jobs.JobId;
import segue.jobs.JobKind;
import segue.page.jobs.HeavyWork;
import segue.page.server.ApiError;
import segue.page.server.Clients;
import segue.page.server.Endpoints;
import segue.page.server.Paths;
import segue.page.server.Query;
import segue.recommend.Recommender;

/**
 * Takes a recording and finds what is like it: {@code POST /api/upload} has the file as its body and answers 202 with a job, of which
 * {@code /api/jobs} tells. A recording waits in the queue, and lies in a file only while it arrives and is listened to.
 */
public final class UploadEndpoints implements Endpoints {
    public static final long MOST_BYTES = 32L << 20;

    private static final int LONGEST_NAME = 300;
    private static final int CLIENTS_REMEMBERED = 1_000;

    private final Catalog catalog;
    private final PrivateFolder folder;
    private final HeavyWork work;
    private final JobKind kind;
    private final Clients clients;
    /** Those whose upload is arriving. */
    private final Set<String> sending = ConcurrentHashMap.newKeySet();
    /** The last job of every client. */
    private final Map<String, JobId> jobs = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, JobId> eldest) {
            return size() > CLIENTS_REMEMBERED;
        }
    });

    UploadEndpoints(Recommender recommender, PrivateFolder folder, HeavyWork work, Clients clients) {
        this.catalog = recommender.catalog();
        this.folder = folder;
        this.work = work;
        this.clients = clients;
        // Pages that share a queue may show other songs, and then must not do each other's uploads.
        this.kind = new JobKind(
                "upload-%08x"
                        .formatted(catalog.tracks().stream()
                                .map(Track::id)
                                .toList()
                                .hashCode()),
                1);
        UploadJob job = new UploadJob(new UploadWork(recommender), folder);
        work.offer(kind, 1, job::work);
    }

    @Override
    public void addTo(Paths paths) {
        paths.postFile("/api/upload", MOST_BYTES, this::upload);
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
        if (!sending.add(client)) {
            throw oneAtATime();
        }
        Path file = null;
        try {
            JobId last = jobs.get(client);
            if (last != null && work.isOpen(ctx, last)) {
                throw oneAtATime();
            }
            file = folder.newFile();
            receive(ctx, file);
            jobs.put(client, work.submit(ctx, kind, UploadJob.payload(name, Files.readAllBytes(file))));
        } finally {
            sending.remove(client);
            if (file != null) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static ApiError oneAtATime() {
        return new ApiError(
                429,
                "one_at_a_time",
                "A recording from here is being listened to already.",
                "Wait until that one is done, or end it by DELETE /api/jobs?id=.");
    }

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
