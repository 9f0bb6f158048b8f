package segue.kernel.shell;

import java.io.Console;
import java.io.IOError;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The console of {@link System#console()}: the front end. The JDK gives a console to terminals alone and lets no other
 * class be one, so its own is built around a stand-in for the terminal. For that the JVM has to run with {@code
 * --add-opens java.base/java.io=ALL-UNNAMED --add-opens java.base/java.lang=ALL-UNNAMED}, as the kernelspec says.
 */
final class CellConsole implements InvocationHandler {
    private static boolean tried;
    private static boolean promised;

    private final PrintWriter writer = new PrintWriter(new Printing(), true);
    private final Reader reader = new InputStreamReader(System.in, StandardCharsets.UTF_8);

    private CellConsole() {}

    /** For libraries that ask for the console; cells get it when they first do. Called after a cell, to delay none. */
    static synchronized void installSoon() {
        if (!promised) {
            promised = true;
            Thread.ofPlatform().daemon().name("segue-console").start(CellConsole::install);
        }
    }

    /** Makes the front end the JVM's console, the first time that it is called; does nothing where that is not allowed. */
    static synchronized void install() {
        if (tried) {
            return;
        }
        tried = true;
        try {
            Class<?> terminal = Class.forName("jdk.internal.io.JdkConsole");
            Object standIn = Proxy.newProxyInstance(
                    ClassLoader.getSystemClassLoader(), new Class<?>[] {terminal}, new CellConsole());
            Constructor<?> constructor =
                    Class.forName("java.io.ProxyingConsole").getDeclaredConstructor(terminal);
            constructor.setAccessible(true);
            Console console = (Console) constructor.newInstance(standIn);
            Field field = System.class.getDeclaredField("cons");
            field.setAccessible(true);
            field.set(null, console);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // Without the flags there is no console, as the JDK has it for every process without a terminal.
        }
    }

    @Override
    public Object invoke(Object self, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "readLine" -> ask(arguments, false);
            case "readPassword" -> {
                String password = ask(arguments, true);
                yield password == null ? null : password.toCharArray();
            }
            case "print", "println" -> {
                System.out.print(method.getName().equals("print") ? arguments[0] : arguments[0] + "\n");
                yield self;
            }
            case "format" -> {
                System.out.print(format(arguments));
                yield self;
            }
            case "writer" -> writer;
            case "reader" -> reader;
            case "charset" -> StandardCharsets.UTF_8;
            case "hashCode" -> System.identityHashCode(self);
            case "equals" -> self == arguments[0];
            case "toString" -> "the notebook's console";
            default -> null;
        };
    }

    private static String format(Object[] localeFormatAndArguments) {
        return String.format((Locale) localeFormatAndArguments[0], (String) localeFormatAndArguments[1], (Object[])
                localeFormatAndArguments[2]);
    }

    private static String ask(Object[] prompt, boolean password) {
        try {
            return CellOutput.current().readLine(prompt == null ? "" : format(prompt), password);
        } catch (IOException e) {
            throw new IOError(e);
        }
    }

    /** Whatever is written is printed at once. */
    private static final class Printing extends Writer {
        @Override
        public void write(char[] text, int offset, int length) {
            System.out.print(new String(text, offset, length));
        }

        @Override
        public void flush() {
            System.out.flush();
        }

        @Override
        public void close() {
            // closing would silence every later cell
        }
    }
}
