package segue.kernel.shell;

import java.io.Console;
import java.io.IOException;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** What the code of cells calls without knowing: see {@link Weaver}. Public only because cells live in other packages. */
public final class CellRuntime {
    private static final MethodHandle NOTHING = MethodHandles.empty(MethodType.methodType(void.class));
    private static final MethodHandle CHECK;
    private static final MutableCallSite POLL = new MutableCallSite(NOTHING);

    static {
        try {
            CHECK = MethodHandles.lookup()
                    .findStatic(CellRun.class, "stopIfInterrupted", MethodType.methodType(void.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private CellRuntime() {}

    /** Links a poll: free while nothing is to be stopped, since the compiler sees an empty method. */
    public static CallSite poll(MethodHandles.Lookup caller, String name, MethodType type) {
        return POLL;
    }

    /** Links a call of a method that a cell declared to its latest version. */
    public static CallSite latest(MethodHandles.Lookup caller, String name, MethodType type, Class<?> owner)
            throws ReflectiveOperationException {
        return ((UnitLoader) owner.getClassLoader()).cells().latest(name, type, owner);
    }

    static void polling(boolean on) {
        POLL.setTarget(on ? CHECK : NOTHING);
        MutableCallSite.syncAll(new MutableCallSite[] {POLL});
    }

    /** Stands where a cell calls {@link System#exit}: asks the person whether the kernel is really to end. */
    public static void exit(int status) {
        String answer;
        try {
            answer = CellRun.current()
                    .output
                    .readLine("Stop the kernel and lose every variable (exit status " + status + ")? [y/N] ", false);
        } catch (IOException e) {
            throw new ExitRefused("System.exit(" + status
                    + ") would end the kernel and lose every variable; to stop it, choose Shut Down or Restart in the"
                    + " notebook's Kernel menu, and to end the cell early, throw an exception");
        }
        if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).startsWith("y")) {
            throw new ExitRefused("the kernel goes on: System.exit(" + status + ") was not done");
        }
        System.exit(status);
    }

    /** Stands where a cell calls {@link Runtime#exit} or {@link Runtime#halt}. */
    public static void exit(Runtime runtime, int status) {
        exit(status);
    }

    /** Stands where a cell calls {@link CompletableFuture#join}, which cannot be interrupted. */
    public static Object join(CompletableFuture<?> future) {
        boolean interrupted = false;
        while (!future.isDone()) {
            try {
                future.get();
            } catch (InterruptedException e) {
                CellRun.stopIfInterrupted();
                interrupted = true;
            } catch (ExecutionException | CancellationException e) {
                break;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return future.join();
    }

    /** Stands where a cell calls {@link System#console}. */
    public static Console console() {
        CellConsole.install();
        return System.console();
    }

    /** A cell wanted to end the JVM, and the person did not, or could not be asked. */
    public static final class ExitRefused extends SecurityException {
        private static final long serialVersionUID = 1L;

        ExitRefused(String message) {
            super(message);
        }
    }
}
