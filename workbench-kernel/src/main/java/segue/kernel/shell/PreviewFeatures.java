package segue.kernel.shell;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;

/** Language features that Java only offers for a look: the compiler needs an option for them, and so does the JVM. */
final class PreviewFeatures {
    /** How to have them, after a message that they are not there. */
    static final String HOW = "preview features need --enable-preview in the java command of kernel.json and"
            + " IJAVA_COMPILER_OPTS=\"--enable-preview --source 25\" in the environment, and then a restart";

    private static final int MARK = 0xFFFF;

    private PreviewFeatures() {}

    /** Refuses classes that this JVM would not load, before anything remembers them. */
    static void check(Collection<byte[]> classes) throws CompileFailure {
        if (classes.stream().anyMatch(PreviewFeatures::isMarked)
                && !ManagementFactory.getRuntimeMXBean().getInputArguments().contains("--enable-preview")) {
            throw new CompileFailure(List.of(new Problem(
                    null,
                    null,
                    -1,
                    -1,
                    "segue.preview",
                    "this cell uses a preview feature, and the kernel's JVM was started without them: add"
                            + " --enable-preview to the java command in its kernel.json, and restart the kernel")));
        }
    }

    private static boolean isMarked(byte[] bytes) {
        return ((bytes[4] & 0xff) << 8 | bytes[5] & 0xff) == MARK;
    }
}
