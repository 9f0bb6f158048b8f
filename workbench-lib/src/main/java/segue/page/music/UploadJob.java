package segue.page.music;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import segue.jobs.JobFailedException;
import segue.jobs.JobProgress;
import segue.page.server.Json;

/** An upload as a job of the queue: its payload is the length of the name, the name in UTF-8, and the recording. */
final class UploadJob {
    private final UploadWork work;
    private final PrivateFolder folder;

    UploadJob(UploadWork work, PrivateFolder folder) {
        this.work = work;
        this.folder = folder;
    }

    static byte[] payload(String name, byte[] recording) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + utf8.length + recording.length)
                .putInt(utf8.length)
                .put(utf8)
                .put(recording)
                .array();
    }

    byte[] work(byte[] payload, JobProgress progress) throws JobFailedException {
        int named = ByteBuffer.wrap(payload).getInt();
        String name = new String(payload, Integer.BYTES, named, StandardCharsets.UTF_8);
        int from = Integer.BYTES + named;
        try {
            Path file = folder.newFile();
            try {
                try (OutputStream out = Files.newOutputStream(file)) {
                    out.write(payload, from, payload.length - from);
                }
                return Json.bytes(work.answer(file, name, done -> progress.tell(done, "")));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (UploadFailure reason) {
            throw new JobFailedException(reason.code(), reason.getMessage());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
