package segue.jobs;

/** How far a job is. May be told by any thread, as often as it likes. */
public final class JobProgress {
    private static final int LONGEST_TEXT = 120;

    private volatile JobStatus.Running now = new JobStatus.Running(0, "");

    /**
     * @param fraction how much is done, 0 to 1
     * @param doing what is being done, for people, at most {@value #LONGEST_TEXT} characters of one line; the rest is cut
     */
    public void tell(double fraction, String doing) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("fraction must be in [0, 1] but was " + fraction);
        }
        String line = doing.strip().replaceAll("\\s+", " ");
        now = new JobStatus.Running(fraction, line.substring(0, Math.min(line.length(), LONGEST_TEXT)));
    }

    JobStatus.Running now() {
        return now;
    }
}
