package segue.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Jobs in the memory of this process. Claims need no lease here: whoever holds them lives as long as the jobs. */
final class MemoryStore implements JobStore {
    private final JobQueueOptions options;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();
    private final Map<JobKind, TurnLine> lines = new HashMap<>();
    private final Map<JobId, Job> jobs = new HashMap<>();
    /** The one that ended first comes first. */
    private final LinkedHashMap<JobId, Ended> ended = new LinkedHashMap<>();

    private final Shares shares;

    private record Ended(JobStatus how, long nanos) {}

    private static final class Job {
        private final JobKind kind;
        private final String client;
        private final byte[] payload;
        private long waitingSince = System.nanoTime();
        private int claims;
        /** Null while it waits. */
        private JobStatus.Running running;

        Job(JobKind kind, String client, byte[] payload) {
            this.kind = kind;
            this.client = client;
            this.payload = payload;
        }

        boolean isOf(JobClaim claim) {
            return running != null && claims == claim.number();
        }
    }

    MemoryStore(JobQueueOptions options) {
        this.options = options;
        this.shares = new Shares(options);
    }

    @Override
    public void add(JobId id, JobKind kind, String client, byte[] payload) {
        lock.lock();
        try {
            clear();
            shares.hold(client, payload.length);
            jobs.put(id, new Job(kind, client, payload));
            line(kind).add(client, id);
            added.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<JobClaim> take(JobKind kind, Duration wait) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = wait.toNanos();
            while (true) {
                clear();
                JobId id = line(kind).poll();
                if (id != null) {
                    Job job = jobs.get(id);
                    job.running = new JobStatus.Running(0, "");
                    job.claims++;
                    return Optional.of(new JobClaim(id, job.claims, job.payload));
                }
                if (left <= 0) {
                    return Optional.empty();
                }
                left = added.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean keep(JobClaim claim, JobStatus.Running progress) {
        lock.lock();
        try {
            clear();
            Job job = jobs.get(claim.id());
            if (job == null || !job.isOf(claim)) {
                return false;
            }
            job.running = progress;
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean finish(JobClaim claim, byte[] result) {
        lock.lock();
        try {
            return jobs.containsKey(claim.id()) && end(claim.id(), new JobStatus.Done(result));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean fail(JobClaim claim, JobStatus.Failed reason) {
        lock.lock();
        try {
            Job job = jobs.get(claim.id());
            return job != null && job.isOf(claim) && end(claim.id(), reason);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void giveBack(JobClaim claim) {
        lock.lock();
        try {
            Job job = jobs.get(claim.id());
            if (job != null && job.isOf(claim)) {
                job.running = null;
                job.waitingSince = System.nanoTime();
                line(job.kind).putBack(job.client, claim.id());
                added.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public JobStatus status(JobId id) {
        lock.lock();
        try {
            clear();
            Job job = jobs.get(id);
            if (job != null) {
                return job.running != null
                        ? job.running
                        : new JobStatus.Waiting(line(job.kind).placeOf(job.client, id));
            }
            return ended.containsKey(id) ? ended.get(id).how : new JobStatus.Unknown();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean cancel(JobId id) {
        lock.lock();
        try {
            return jobs.containsKey(id) && end(id, new JobStatus.Cancelled());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int waiting() {
        lock.lock();
        try {
            clear();
            return (int)
                    jobs.values().stream().filter(job -> job.running == null).count();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        // There is nothing to let go of.
    }

    private TurnLine line(JobKind kind) {
        return lines.computeIfAbsent(kind, first -> new TurnLine());
    }

    private boolean end(JobId id, JobStatus how) {
        Job job = jobs.remove(id);
        if (job.running == null) {
            line(job.kind).remove(job.client, id);
        }
        shares.release(job.client, job.payload.length);
        ended.put(id, new Ended(how, System.nanoTime()));
        return true;
    }

    /** Ends what waited too long, and forgets what ended long ago. */
    private void clear() {
        long now = System.nanoTime();
        for (Map.Entry<JobId, Job> entry : new ArrayList<>(jobs.entrySet())) {
            Job job = entry.getValue();
            if (job.running == null
                    && now - job.waitingSince >= options.longestWait().toNanos()) {
                end(entry.getKey(), JobStatus.Failed.unattended(job.kind, options.longestWait()));
            }
        }
        Iterator<Ended> oldest = ended.values().iterator();
        while (oldest.hasNext()) {
            boolean old = now - oldest.next().nanos >= options.keptFor().toNanos();
            if (!old && ended.size() <= KEPT) {
                break;
            }
            oldest.remove();
        }
    }
}
