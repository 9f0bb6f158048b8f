package segue.catalog;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.ZipException;

/**
 * The physical lines of a file, ended by LF, CRLF or CR, in bounded memory. A line that is not UTF-8 is taken as
 * windows-1252, the usual other one, and counted.
 */
public final class LineReader {
    /** No row of a song table comes near; what is longer is not kept in memory. */
    static final int MAX_LINE_BYTES = 1 << 20;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final String file;
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private byte[] line = new byte[1024];
    private int lineLength;
    private int position;
    private int limit;
    private boolean afterCr;
    private boolean ended;
    private boolean overlong;
    private String damage;
    private long number;
    private long recoded;
    private long firstRecoded;

    /**
     * One physical line.
     *
     * @param number from 1
     * @param text without its end
     * @param problem why it cannot be used, or null
     */
    public record Line(long number, String text, String problem) {}

    /** @param file its name, for messages */
    public LineReader(String file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /** The next line, or null at the end of the file. */
    public Line next() {
        lineLength = 0;
        overlong = false;
        boolean any = false;
        while (true) {
            if (position == limit && !fill()) {
                if (!any) {
                    return null;
                }
                number++;
                return take(damage);
            }
            if (afterCr) {
                afterCr = false;
                if (buffer[position] == '\n') {
                    position++;
                    continue;
                }
            }
            any = true;
            int from = position;
            while (position < limit && buffer[position] != '\n' && buffer[position] != '\r') {
                position++;
            }
            keep(from, position - from);
            if (position < limit) {
                afterCr = buffer[position++] == '\r';
                number++;
                return take(null);
            }
        }
    }

    /** What broke off the reading, or null: the lines before it were read. */
    public String damage() {
        return damage;
    }

    /** Says of the whole file, after its last line, where it broke off and how many lines were not UTF-8. */
    void tell(Consumer<String> notes) {
        if (damage != null) {
            notes.accept(
                    String.format(Locale.ROOT, "after line %d %s: what stands before it was read", number, damage));
        }
        if (recoded > 0) {
            notes.accept(String.format(
                    Locale.ROOT,
                    "%,d lines are not UTF-8 and were read as windows-1252, first line %d",
                    recoded,
                    firstRecoded));
        }
    }

    /** The line last read. */
    public long number() {
        return number;
    }

    private boolean fill() {
        if (ended) {
            return false;
        }
        try {
            limit = Math.max(0, in.read(buffer, 0, buffer.length));
        } catch (EOFException | ZipException e) {
            limit = 0;
            damage = "the file is damaged or cut off here (" + e.getMessage() + ")";
        } catch (IOException e) {
            throw new CatalogException(file, number + 1, "it cannot be read: " + e, "Check the file and its disk");
        }
        position = 0;
        ended = limit == 0;
        return !ended;
    }

    private void keep(int from, int count) {
        int room = Math.min(count, MAX_LINE_BYTES - lineLength);
        overlong |= room < count;
        if (lineLength + room > line.length) {
            line = Arrays.copyOf(line, Math.max(lineLength + room, 2 * line.length));
        }
        System.arraycopy(buffer, from, line, lineLength, room);
        lineLength += room;
    }

    private Line take(String problem) {
        if (overlong) {
            String start = new String(line, 0, CleaningReport.MAX_TEXT, StandardCharsets.ISO_8859_1);
            return new Line(number, start, "the line is longer than " + MAX_LINE_BYTES + " bytes");
        }
        boolean ascii = true;
        boolean nul = false;
        for (int i = 0; i < lineLength; i++) {
            ascii &= line[i] >= 0;
            nul |= line[i] == 0;
        }
        String text = ascii ? new String(line, 0, lineLength, StandardCharsets.ISO_8859_1) : decode();
        return new Line(number, text, nul && problem == null ? "the line holds a NUL byte" : problem);
    }

    private String decode() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, 0, lineLength))
                    .toString();
        } catch (CharacterCodingException e) {
            firstRecoded = recoded++ == 0 ? number : firstRecoded;
            return new String(line, 0, lineLength, WINDOWS_1252);
        }
    }
}
