package segue.kernel.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Asks the person at the front end, line by line, when a cell reads. */
final class CellInput extends InputStream {
    private final InputStream original;
    private byte[] line = new byte[0];
    private int position;

    CellInput(InputStream original) {
        this.original = original;
    }

    @Override
    public synchronized int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) throws IOException {
        CellRun run = CellRun.current();
        if (run == null) {
            return original.read(bytes, offset, length);
        }
        if (length == 0) {
            return 0;
        }
        if (position == line.length) {
            String answer = ask(run);
            if (answer == null) {
                return -1;
            }
            line = (answer + "\n").getBytes(StandardCharsets.UTF_8);
            position = 0;
        }
        int count = Math.min(length, line.length - position);
        System.arraycopy(line, position, bytes, offset, count);
        position += count;
        return count;
    }

    /** Unchecked, since a {@code Scanner} would take any other failure for the end of the input, and hide why. */
    private static String ask(CellRun run) {
        try {
            return run.output.readLine("", false);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    @Override
    public synchronized int available() {
        return line.length - position;
    }
}
