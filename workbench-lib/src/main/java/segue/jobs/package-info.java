/**
 * A queue for heavy work: recordings that people upload, jobs over a whole library. Pages answer at once with a job's id, and tell
 * what became of it when they are asked.
 *
 * <pre>{@code
 * JobKind upload = new JobKind("upload", 1);                   // a new format whenever its payload changes
 * try (JobQueue queue = JobQueue.inProcess(JobQueueOptions.defaults())) {
 *     queue.work(upload, 1, (payload, progress) -> {           // one upload at a time
 *         progress.tell(0.1, "decoding");
 *         if (payload.length == 0) {
 *             throw new JobFailedException("empty", "The file is empty: choose a recording.");
 *         }
 *         return neighbors(payload);                           // JSON, say
 *     });
 *     JobId id = queue.submit(upload, "listener-1", recording);
 *     switch (queue.status(id)) {
 *         case JobStatus.Waiting(int place) -> IO.println(place + " in the line");
 *         case JobStatus.Running(double fraction, String doing) -> IO.println(doing);
 *         case JobStatus.Done(byte[] result) -> IO.println(new String(result));
 *         case JobStatus.Failed(String code, String sentence) -> IO.println(sentence);
 *         case JobStatus.Cancelled() -> IO.println("cancelled");
 *         case JobStatus.Unknown() -> IO.println("nobody knows of it any more");
 *     }
 * }
 * }</pre>
 *
 * <p>Each kind has a line and threads of its own, so that scanning a folder holds up no upload. In a line clients take turns. What
 * waits or runs is bounded, places and bytes, and who asks a lot leaves room for others ({@link segue.jobs.JobStore});
 * {@link segue.jobs.QueueFullException} says that there is none. A payload is deleted the moment its job has ended, its
 * result some minutes later.
 *
 * <p>The queue lives in this process, or in a Redis server that several share ({@link segue.jobs.redis}); both pass the same
 * tests, and who submits cannot tell them apart but for {@link segue.jobs.QueueUnreachableException}.
 *
 * <p>Cost: memory is {@link segue.jobs.JobQueueOptions#bytes} at most, and up to 1,000 results. Measured on two busy
 * cores, each answer checked (QueueSpeed of the tests): one client had 18,000 to 47,000 jobs of 1 kB a second submitted,
 * passed through and fetched in process, 800 to 1,500 with Redis on the same machine; with payloads of 32 MiB a job took .2 to
 * .5 s over Redis.
 */
package segue.jobs;
