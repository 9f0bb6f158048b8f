package segue.audio.simd;

/** Whether the Vector API can be used in this JVM. Loads none of its classes, so it is safe to ask without the module. */
public final class VectorModule {
    private VectorModule() {}

    public static boolean present() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }
}
