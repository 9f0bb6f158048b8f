package segue.kernel.shell;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.function.Function;

/** Calls into a cell. Everything below its frame is the kernel's and never shown. */
final class CellInvoker {
    private CellInvoker() {}

    static void step(Class<?> unit, String method) throws Throwable {
        MethodHandle handle = MethodHandles.publicLookup().findStatic(unit, method, MethodType.methodType(void.class));
        handle.invokeExact();
    }

    static Object value(Class<?> unit) throws Throwable {
        MethodHandle handle =
                MethodHandles.publicLookup().findStatic(unit, UnitWriter.VALUE, MethodType.methodType(Object.class));
        return (Object) handle.invokeExact();
    }

    /** Runs a handler on this thread, whatever cell may be running on another. */
    static CellResult beside(
            Shell.Action action, CellRun run, ClassLoader loader, Function<String, Optional<String>> codeOf) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(loader);
        run.beginBeside();
        try {
            action.run();
            return new CellResult.Ok(Optional.empty());
        } catch (Throwable e) {
            return Tracebacks.failed(e, codeOf);
        } finally {
            run.end();
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
