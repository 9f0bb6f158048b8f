package segue.page.jobs;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import segue.jobs.JobId;
import segue.jobs.JobStatus;
import segue.page.server.ApiError;
import segue.page.server.Endpoints;
import segue.page.server.Paths;
import segue.page.server.Query;

/**
 * What has become of a job: {@code GET /api/jobs?id=}; {@code DELETE /api/jobs?id=} ends it. Whoever has the id, which cannot be
 * guessed, may do both.
 */
public final class JobEndpoints implements Endpoints {
    private static final int LONGEST_ID = 64;

    private final HeavyWork work;

    public JobEndpoints(HeavyWork work) {
        this.work = work;
    }

    @Override
    public void addTo(Paths paths) {
        paths.get("/api/jobs", this::state);
        paths.delete("/api/jobs", this::cancel);
    }

    /**
     * What has become of a job.
     *
     * @param state {@code waiting}, {@code running}, {@code done}, {@code failed} or {@code cancelled}
     * @param place in the line while it waits, 1 is next
     * @param fraction that is done while it runs, 0 to 1
     * @param doing what is being done while it runs, for people; may be empty
     * @param result once it is done: the JSON that its room makes
     * @param error where it failed
     */
    record JobState(
            String state,
            Integer place,
            Double fraction,
            String doing,
            @JsonRawValue String result,
            ApiError.Body.Details error) {
        static JobState of(JobStatus status) {
            return switch (status) {
                case JobStatus.Waiting(int place) -> new JobState("waiting", place, null, null, null, null);
                case JobStatus.Running(double fraction, String doing) ->
                    new JobState("running", null, fraction, doing, null, null);
                case JobStatus.Done(byte[] result) ->
                    new JobState("done", null, null, null, new String(result, StandardCharsets.UTF_8), null);
                case JobStatus.Failed(String code, String sentence) ->
                    new JobState("failed", null, null, null, null, new ApiError.Body.Details(code, sentence, ""));
                case JobStatus.Cancelled() -> new JobState("cancelled", null, null, null, null, null);
                case JobStatus.Unknown() -> throw unknown();
            };
        }
    }

    private void state(Context ctx) {
        Paths.sendJson(ctx, JobState.of(work.status(ctx, id(ctx))));
    }

    private void cancel(Context ctx) {
        JobId id = id(ctx);
        work.cancel(ctx, id);
        Paths.sendJson(ctx, JobState.of(work.status(ctx, id)));
    }

    private static JobId id(Context ctx) {
        String text =
                Query.of(ctx, Set.of("id")).required("id", LONGEST_ID, "Take the job that was answered with 202.");
        try {
            return new JobId(text);
        } catch (IllegalArgumentException ofAnotherForm) {
            throw unknown();
        }
    }

    private static ApiError unknown() {
        return new ApiError(
                404, "unknown_job", "There is no such job, or it ended some while ago.", "Ask for it once more.");
    }

    /**
     * Where longer work waits.
     *
     * @param place {@code here} in this process, or {@code shared} with other pages
     * @param answers whether it did when it was last asked
     * @param waiting jobs
     */
    record QueueStatus(String place, boolean answers, int waiting) {}

    @Override
    public Map<String, Object> status() {
        return Map.of("queue", new QueueStatus(work.place(), work.answers(), work.waiting()));
    }
}
