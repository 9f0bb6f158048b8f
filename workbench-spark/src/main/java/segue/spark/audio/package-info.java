/**
 * From recordings in any store to a table of their features: what {@link segue.audio.scan} does on one machine, with the
 * listening shared out among tasks. The values are those of the library to the bit, since the tasks run its code; so are
 * the columns, the order of the rows, and the marks of recordings that are there twice.
 *
 * <pre>{@code
 * FeatureOptions options = FeatureOptions.of(List.of("s3a://bucket/music"), "features.parquet");
 * FeatureScan.Result result = session.run(spark -> FeatureScan.of(options).run(spark));
 * result.report().summary();     // 1,024 recordings, 8.53 h of music; 3 failed. …
 * result.table().get().write(Path.of("features.csv"));     // as ./segue features writes it
 * }</pre>
 *
 * <p>Read {@link segue.spark.audio.FeatureScan} first. {@code Listing} finds the recordings, {@code Batch} cuts them into
 * tasks, the largest first; {@code BatchResult} is what a task does: it copies a file from its store (a file of this
 * machine is read where it is), listens with the library, deletes the copy. Each task writes what it found into a part of
 * the {@code ScanJournal}, whole or not at all, under a name that every attempt gives it: so a task that is tried again
 * doubles nothing, and a run that is killed loses at most the batches that were being listened to,
 * 32 recordings or 64 MB each. The next run with the same journal skips files whose size and time of change are as before,
 * and listens to none whose content it knows; contents that are there twice under two names in one run are listened to
 * once a task.
 *
 * <p>Costs: the listening itself, mostly, by the task. The driver holds the names of all recordings and, at the end, some
 * 4 kB each (2 kB of journal a recording of half a minute); more than fit are refused before the work. A task holds
 * the frames of one recording, some 125 MB an hour of it, and on disk a copy of it where it is in a store. Folders in a store are searched by the
 * driver, listings of more than 2,000 lines by tasks. In a store recordings are told by the endings of their names alone.
 */
package segue.spark.audio;
