/**
 * From a folder of music to a table of features: every recording listened to once, in parallel, and never again while its
 * bytes stay the same.
 *
 * <pre>{@code
 * ScanReport report = FolderScan.of(Path.of("music"), ScanOptions.to(Path.of("features.csv"))).run();
 * report.summary();      // 1,024 recordings, 8.53 h of music; 3 failed. Listened to 8.53 h in 61.0 s, …
 * report.failures();     // which, and why
 * report.duplicates();   // the same recording in another file, format or bitrate
 * }</pre>
 *
 * <p>What is done is written to a journal beside the table at once, so a scan may be killed at any moment: the next one
 * goes on. Files whose size and time of change are as before are not opened; others are read once for their SHA-256, and
 * listened to only if their content is new. The table is written at the end, whole.
 *
 * <p>A scan whose recordings lie elsewhere, or whose work is shared out among machines, takes the parts:
 * {@link segue.audio.scan.KnownContents} listens to one {@link segue.audio.scan.StoredRecording} after the other,
 * {@link segue.audio.scan.ScannedFile} is what was found in it, and {@link segue.audio.scan.ScanTable} makes the table.
 *
 * <p>Costs: decoding and the descriptors, mostly; the journal takes some 2 kB a recording of half a minute, and as much of
 * memory.
 */
package segue.audio.scan;
