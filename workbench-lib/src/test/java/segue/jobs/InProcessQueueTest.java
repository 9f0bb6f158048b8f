package segue.jobs;

class InProcessQueueTest extends JobQueueContract {
    @Override
    protected JobQueue newQueue(JobQueueOptions options) {
        return JobQueue.inProcess(options);
    }
}
