package segue.audio.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * Whether a file goes on to where it says that it ends, for kinds of which FFmpeg does not tell.
 *
 * @param isMissing whether it was cut
 * @param share the part of it that is there, where its length is known
 */
record FileEnd(boolean isMissing, OptionalDouble share) {
    private static final FileEnd THERE = new FileEnd(false, OptionalDouble.empty());
    private static final FileEnd LOST = new FileEnd(true, OptionalDouble.empty());

    private static final int RIFF_HEADER = 8;
    /** From here on a size stands for one that was not known when it was written. */
    private static final long UNKNOWN_SIZE = Integer.MAX_VALUE - 4_096L;
    /** A page of Ogg is smaller than this. */
    private static final int PAGE = 65_307;

    private static final int PAGE_HEADER = 27;
    private static final int LAST_PAGE = 4;

    static FileEnd of(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer head = read(channel, 0, RIFF_HEADER);
            if (startsWith(head, 0, "RIFF") && head.limit() == RIFF_HEADER) {
                return riff(head.getInt(4) & 0xffff_ffffL, channel.size());
            }
            return startsWith(head, 0, "OggS") ? ogg(read(channel, Math.max(0, channel.size() - PAGE), PAGE)) : THERE;
        } catch (IOException unreadable) {
            return THERE;
        }
    }

    private static FileEnd riff(long content, long size) {
        return content == 0 || content >= UNKNOWN_SIZE || content + RIFF_HEADER <= size
                ? THERE
                : new FileEnd(true, OptionalDouble.of((double) size / (content + RIFF_HEADER)));
    }

    /** The last page of a sound says so (RFC 3533, section 6). */
    private static FileEnd ogg(ByteBuffer end) {
        for (int at = end.limit() - PAGE_HEADER; at >= 0; at--) {
            if (startsWith(end, at, "OggS")) {
                return (end.get(at + 5) & LAST_PAGE) == 0 || endOfPage(end, at) > end.limit() ? LOST : THERE;
            }
        }
        return LOST;
    }

    /** The sum of its segments is a page's length. */
    private static int endOfPage(ByteBuffer bytes, int page) {
        int segments = bytes.get(page + PAGE_HEADER - 1) & 0xff;
        int end = page + PAGE_HEADER + segments;
        for (int at = page + PAGE_HEADER; at < Math.min(page + PAGE_HEADER + segments, bytes.limit()); at++) {
            end += bytes.get(at) & 0xff;
        }
        return end;
    }

    private static boolean startsWith(ByteBuffer bytes, int at, String name) {
        for (int i = 0; i < name.length(); i++) {
            if (at + i >= bytes.limit() || bytes.get(at + i) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        int count = 0;
        while (bytes.hasRemaining() && count >= 0) {
            count = channel.read(bytes, from + bytes.position());
        }
        return bytes.flip();
    }
}
