package segue.page.music;

import io.javalin.http.Context;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.eclipse.jetty.io.EofException;
import segue.page.server.ApiError;

/**
 * A file, or the part of it that was asked for (RFC 9110, sections 13 and 14), sent from disk piece by piece: 64 KiB of memory,
 * however large it is and however slowly it is taken.
 *
 * @param etag in quotes
 */
record AudioAnswer(AudioFile file, String type, String etag) {
    private static final int PIECE = 1 << 16;

    void send(Context ctx) throws IOException {
        try (FileChannel channel = file.open()) {
            ctx.header("Accept-Ranges", "bytes").header("ETag", etag).header("Cache-Control", "no-cache");
            String known = ctx.header("If-None-Match");
            if (known != null && (known.contains(etag) || known.equals("*"))) {
                ctx.status(304);
                return;
            }
            ctx.contentType(type);
            boolean isGet = ctx.req().getMethod().equals("GET");
            switch (isGet && isFresh(ctx)
                    ? ByteRange.of(ctx.header("Range"), file.bytes())
                    : new ByteRange.Wanted.Whole()) {
                case ByteRange.Wanted.Nothing() -> {
                    ctx.header("Content-Range", "bytes */" + file.bytes());
                    throw new ApiError(
                            416,
                            "no_such_range",
                            "The recording has %,d bytes; none of them was asked for.".formatted(file.bytes()),
                            "Ask for a range that begins before its end.");
                }
                case ByteRange.Wanted.Part(ByteRange range) -> {
                    ctx.status(206);
                    ctx.header("Content-Range", "bytes %d-%d/%d".formatted(range.first(), range.last(), file.bytes()));
                    send(ctx, channel, range);
                }
                case ByteRange.Wanted.Whole() -> send(ctx, channel, new ByteRange(0, file.bytes() - 1));
            }
        }
    }

    /** What has another ETag, or a date, is to be sent whole. */
    private boolean isFresh(Context ctx) {
        String condition = ctx.header("If-Range");
        return condition == null || condition.strip().equals(etag);
    }

    private static void send(Context ctx, FileChannel channel, ByteRange range) throws IOException {
        ctx.res().setContentLengthLong(range.length());
        if (ctx.req().getMethod().equals("HEAD")) {
            return;
        }
        OutputStream out = ctx.res().getOutputStream();
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        long left = range.length();
        while (left > 0) {
            piece.clear().limit((int) Math.min(PIECE, left));
            int count = channel.read(piece, range.last() + 1 - left);
            if (count < 0) {
                // The answer stays shorter than it was announced, so that nobody takes it for the whole.
                throw new EOFException("the file became shorter while it was sent");
            }
            left -= count;
            try {
                out.write(piece.array(), 0, count);
            } catch (EofException gone) {
                return;
            }
        }
    }
}
