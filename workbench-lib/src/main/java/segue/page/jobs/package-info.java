/**
 * Work of the page that takes longer than a request may: a room offers to do it, submits jobs, and answers 202 with a job's id;
 * the visitor asks {@code /api/jobs?id=} until it is done.
 *
 * <pre>{@code
 * JobKind scan = new JobKind("scan", 1);
 * work.offer(scan, 1, (payload, progress) -> {                    // one at a time, whichever page it was asked of
 *     progress.tell(0.5, "measuring");
 *     return Json.bytes(new Scanned(12));                         // what /api/jobs has as "result"
 * });
 * paths.post("/api/scan", ctx -> work.submit(ctx, scan, ctx.bodyAsBytes()));       // 202 {"job": "…"}
 * }</pre>
 *
 * <p>{@code HeavyWork} holds the queue ({@link segue.jobs}), in this process or in Redis, and turns its refusals into 503 with
 * {@code Retry-After: 10}. What is about this process alone, as the account of whoever runs it, is {@code offerHere} and never
 * leaves it. {@code JobStage} tells the job what the library tells of its progress. {@code QueueWatch} asks a shared queue
 * every two seconds how it is, for {@code /api/status} and {@code /metrics}.
 *
 * <p>Cost: a thread for each job of a kind that may run at once, asleep while none waits; a shared queue is sent two commands a
 * second by each page, besides those of its threads.
 */
package segue.page.jobs;
