/**
 * A queue in a Redis server (6.2 or newer, not a cluster), shared by all processes that open it.
 *
 * <pre>{@code
 * QueueAddress address = QueueAddress.of("redis://:PASSWORD@127.0.0.1:6379");
 * IO.println(QueueHealth.of(address).detail());
 * try (JobQueue queue = RedisQueue.open(address, JobQueueOptions.defaults())) {
 *     JobId id = queue.submit(new JobKind("upload", 1), "listener-1", recording);      // any process may work on it
 * }
 * }</pre>
 *
 * <p>Each step is one script, so nothing is half done. Whoever takes a job holds it by a lease that it renews; where the process is
 * killed, the lease ends, and another begins the job anew, three times at most. The first result counts. A process that
 * closes its queue gives its jobs back at once. While the server is away, submitting and asking fail at once (within some 6 s where it
 * hangs), running jobs go on and publish when it is back, and workers ask again more and more rarely, every 5 s at last.
 * Jobs that a server forgot are unknown, and those still running are stopped.
 *
 * <p>Payloads are kept in Redis, not in files: pages then need no file system in common, and what is left over ends by itself.
 * Set {@code maxmemory-policy noeviction} (doctor looks), {@code maxmemory} above {@link segue.jobs.JobQueueOptions#bytes}
 * by half, and {@code save ""} without an append-only file, so that uploads never reach its disk. Keys begin with {@code segue:1:},
 * where 1 is the version of what is kept, and all of them end by themselves. Names of clients are kept while their jobs are.
 */
package segue.jobs.redis;
