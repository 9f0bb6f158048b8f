package segue.kernel;

/** Starts a kernel process with the {@link TestShell}. */
public final class TestKernel {
    private TestKernel() {}

    public static void main(String[] arguments) {
        Main.serve(arguments, TestShell::new);
    }
}
