package io.github.spencerpark.ijava;

/** Where notebooks find their kernel. */
public final class IJava {
    private static final JavaKernel KERNEL = new JavaKernel();

    private IJava() {}

    public static JavaKernel getKernelInstance() {
        return KERNEL;
    }
}
