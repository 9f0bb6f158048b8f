package segue.jobs.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import segue.jobs.JobKind;
import segue.jobs.JobStatus;

/** The answer of {@code step.status}: the fields of a job in this order, and its place in the line. */
final class RedisStatus {
    private static final int STATE = 0;
    private static final int FRACTION = 1;
    private static final int DOING = 2;
    private static final int RESULT = 3;
    private static final int CODE = 4;
    private static final int SENTENCE = 5;
    private static final int KIND = 6;
    private static final int WAIT = 7;
    private static final int LOST = 8;
    private static final int PLACE = 9;

    private RedisStatus() {}

    static JobStatus of(List<?> job) {
        if (job.get(STATE) == null) {
            return new JobStatus.Unknown();
        }
        return switch (text(job, STATE)) {
            case "waiting" -> new JobStatus.Waiting(Math.toIntExact((Long) job.get(PLACE)));
            case "running" -> new JobStatus.Running(Double.parseDouble(text(job, FRACTION)), text(job, DOING));
            case "done" -> new JobStatus.Done((byte[]) job.get(RESULT));
            case "failed" -> new JobStatus.Failed(text(job, CODE), text(job, SENTENCE));
            case "unattended" ->
                JobStatus.Failed.unattended(kind(text(job, KIND)), Duration.ofMillis(Long.parseLong(text(job, WAIT))));
            case "lost" -> JobStatus.Failed.lost(Integer.parseInt(text(job, LOST)));
            case "cancelled" -> new JobStatus.Cancelled();
            default -> throw new IllegalStateException("a job is " + text(job, STATE) + ", which is no state");
        };
    }

    private static JobKind kind(String text) {
        int dot = text.lastIndexOf('.');
        return new JobKind(text.substring(0, dot), Integer.parseInt(text.substring(dot + 1)));
    }

    private static String text(List<?> job, int field) {
        return new String((byte[]) job.get(field), UTF_8);
    }
}
