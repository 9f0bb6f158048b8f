package segue.kernel.shell;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The JVM's standard streams, replaced once. What a thread prints goes to the cell that started it; text is passed on
 * as it was printed, without a detour through bytes.
 */
final class CellStreams {
    private static PrintStream out;
    private static PrintStream err;
    private static InputStream in;
    private static boolean told;

    private CellStreams() {}

    static synchronized void install() {
        if (out != null) {
            return;
        }
        System.setProperty("stdin.encoding", "UTF-8");
        out = new RoutedPrint(new RoutedBytes(System.out, false));
        err = new RoutedPrint(new RoutedBytes(System.err, true));
        in = new CellInput(System.in);
        System.setOut(out);
        System.setErr(err);
        System.setIn(in);
    }

    /** Takes the streams back from a cell that has replaced them, and says so the first time. */
    static synchronized void restore(CellRun run) {
        List<String> replaced = new ArrayList<>();
        if (System.out != out) {
            System.setOut(out);
            replaced.add("System.setOut");
        }
        if (System.err != err) {
            System.setErr(err);
            replaced.add("System.setErr");
        }
        if (System.in != in) {
            System.setIn(in);
            replaced.add("System.setIn");
        }
        if (!replaced.isEmpty() && !told) {
            told = true;
            run.output.stderr(String.join(" and ", replaced)
                    + " held for this cell alone: later cells print to the notebook and read from it again.\n");
        }
    }

    private static final class RoutedBytes extends OutputStream {
        private final PrintStream original;
        private final boolean isError;

        RoutedBytes(PrintStream original, boolean isError) {
            this.original = original;
            this.isError = isError;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            CellRun run = CellRun.current();
            if (run == null) {
                original.write(bytes, offset, length);
            } else {
                text(run, (isError ? run.stderr : run.stdout).add(bytes, offset, length));
            }
        }

        void text(String text) {
            CellRun run = CellRun.current();
            if (run == null) {
                original.print(text);
            } else {
                text(run, text);
            }
        }

        private void text(CellRun run, String text) {
            if (text.isEmpty()) {
                return;
            }
            if (isError) {
                run.output.stderr(text);
            } else {
                run.output.stdout(text);
            }
        }
    }

    /** Every print is one piece of text, so that lines of several threads do not mix. */
    private static final class RoutedPrint extends PrintStream {
        private final RoutedBytes target;

        RoutedPrint(RoutedBytes target) {
            super(target, false, StandardCharsets.UTF_8);
            this.target = target;
        }

        @Override
        public void print(String text) {
            target.text(String.valueOf(text));
        }

        @Override
        public void print(Object value) {
            print(String.valueOf(value));
        }

        @Override
        public void print(boolean value) {
            print(String.valueOf(value));
        }

        @Override
        public void print(char value) {
            print(String.valueOf(value));
        }

        @Override
        public void print(int value) {
            print(String.valueOf(value));
        }

        @Override
        public void print(long value) {
            print(String.valueOf(value));
        }

        @Override
        public void print(float value) {
            print(String.valueOf(value));
        }

        @Override
        public void print(double value) {
            print(String.valueOf(value));
        }

        @Override
        public void print(char[] value) {
            print(String.valueOf(value));
        }

        @Override
        public void println() {
            print("\n");
        }

        @Override
        public void println(String text) {
            print(text + "\n");
        }

        @Override
        public void println(Object value) {
            print(value + "\n");
        }

        @Override
        public void println(boolean value) {
            print(value + "\n");
        }

        @Override
        public void println(char value) {
            print(value + "\n");
        }

        @Override
        public void println(int value) {
            print(value + "\n");
        }

        @Override
        public void println(long value) {
            print(value + "\n");
        }

        @Override
        public void println(float value) {
            print(value + "\n");
        }

        @Override
        public void println(double value) {
            print(value + "\n");
        }

        @Override
        public void println(char[] value) {
            print(String.valueOf(value) + "\n");
        }

        @Override
        public PrintStream format(String format, Object... arguments) {
            print(String.format(format, arguments));
            return this;
        }

        @Override
        public PrintStream format(Locale locale, String format, Object... arguments) {
            print(String.format(locale, format, arguments));
            return this;
        }

        @Override
        public PrintStream printf(String format, Object... arguments) {
            return format(format, arguments);
        }

        @Override
        public PrintStream printf(Locale locale, String format, Object... arguments) {
            return format(locale, format, arguments);
        }

        @Override
        public PrintStream append(CharSequence text) {
            print(String.valueOf(text));
            return this;
        }

        @Override
        public PrintStream append(CharSequence text, int start, int end) {
            return append(String.valueOf(text).subSequence(start, end));
        }

        @Override
        public PrintStream append(char c) {
            print(c);
            return this;
        }

        @Override
        public void write(int b) {
            target.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            target.write(bytes, offset, length);
        }

        @Override
        public void close() {
            // closing would silence every later cell
        }
    }
}
