package segue.kernel.shell;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

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
}
