package segue.neighbors.gpu;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * A look at NVIDIA's driver before JCuda touches it. JCuda ends the JVM where the driver lacks a function that it calls, so
 * what is needed is looked for here, through {@code java.lang.foreign}, which only says no.
 */
final class Driver {
    /** What {@link Card} calls by way of JCuda, under the names that the library has them. */
    static final String[] FUNCTIONS = {
        "cuInit",
        "cuDriverGetVersion",
        "cuDeviceGetCount",
        "cuDeviceGet",
        "cuDeviceGetName",
        "cuDeviceGetAttribute",
        "cuDevicePrimaryCtxRetain",
        "cuCtxSetCurrent",
        "cuCtxSynchronize",
        "cuModuleLoadData",
        "cuModuleGetFunction",
        "cuMemAlloc_v2",
        "cuMemFree_v2",
        "cuMemGetInfo_v2",
        "cuMemAllocHost_v2",
        "cuMemFreeHost",
        "cuMemcpyHtoD_v2",
        "cuMemcpyHtoDAsync_v2",
        "cuMemcpyDtoHAsync_v2",
        "cuMemsetD32Async",
        "cuStreamCreate",
        "cuStreamSynchronize",
        "cuLaunchKernel",
        "cuOccupancyMaxActiveBlocksPerMultiprocessor"
    };

    /** CUDA 10.1: what reads the PTX that the kernels are written in. */
    private static final int OLDEST_VERSION = 10_010;

    private static final String NEEDED = "CUDA 10.1 (driver 418) or newer is needed";

    /** Turing: what the kernels are compiled for, at least. */
    private static final int OLDEST_CAPABILITY = 75;

    private static final int NO_DEVICE = 100;
    private static final int CAPABILITY_MAJOR = 75;
    private static final int CAPABILITY_MINOR = 76;

    private final SymbolLookup library;
    private final Arena arena;

    private Driver(SymbolLookup library, Arena arena) {
        this.library = library;
        this.arena = arena;
    }

    /** Why the card numbered {@code wanted} cannot be used, one sentence; empty where, as far as can be seen, it can. */
    static Optional<String> reasonAgainst(String wanted) {
        String name = libraryName();
        try (Arena arena = Arena.ofConfined()) {
            return new Driver(open(name), arena).reasonAgainstCard(wanted);
        } catch (IllegalArgumentException notThere) {
            return Optional.of(
                    "No NVIDIA driver is installed (%s was not found); the CPU answers exactly.".formatted(name));
        }
    }

    private static String libraryName() {
        return System.getProperty("os.name").startsWith("Windows") ? "nvcuda.dll" : "libcuda.so.1";
    }

    @SuppressWarnings("restricted")
    private static SymbolLookup open(String name) {
        // For good: a driver that was started is not to be unloaded.
        return SymbolLookup.libraryLookup(name, Arena.global());
    }

    private Optional<String> reasonAgainstCard(String wanted) {
        for (String function : FUNCTIONS) {
            if (library.find(function).isEmpty()) {
                return Optional.of("The NVIDIA driver is too old: it has no %s; %s.".formatted(function, NEEDED));
            }
        }
        int started = call("cuInit", 0);
        if (started == NO_DEVICE) {
            return Optional.of("There is an NVIDIA driver but no card that it can use.");
        }
        if (started != 0) {
            return Optional.of("The NVIDIA driver does not start: cuInit answers %d.".formatted(started));
        }
        int version = number("cuDriverGetVersion");
        if (version < OLDEST_VERSION) {
            return Optional.of("The NVIDIA driver is too old: it speaks CUDA %d.%d, but %s."
                    .formatted(version / 1000, version % 1000 / 10, NEEDED));
        }
        int cards = number("cuDeviceGetCount");
        if (cards == 0) {
            return Optional.of("There is an NVIDIA driver but no card that it can use.");
        }
        if (!wanted.matches("\\d{1,4}") || Integer.parseInt(wanted) >= cards) {
            return Optional.of("SEGUE_GPU_DEVICE must be the number of a card, %s, but was '%s'."
                    .formatted(cards == 1 ? "0, the only one here" : "0 to " + (cards - 1), wanted));
        }
        return reasonAgainstAge(Integer.parseInt(wanted));
    }

    private Optional<String> reasonAgainstAge(int card) {
        int device = number("cuDeviceGet", card);
        int capability = 10 * number("cuDeviceGetAttribute", CAPABILITY_MAJOR, device)
                + number("cuDeviceGetAttribute", CAPABILITY_MINOR, device);
        return capability >= OLDEST_CAPABILITY
                ? Optional.empty()
                : Optional.of("%s is too old: it has compute capability %d.%d, but 7.5 (Turing) or newer is needed."
                        .formatted(nameOf(device), capability / 10, capability % 10));
    }

    private String nameOf(int device) {
        MemorySegment name = arena.allocate(JAVA_BYTE, 256);
        return call("cuDeviceGetName", name, 256, device) == 0
                ? name.getString(0, StandardCharsets.UTF_8)
                : "Card " + device;
    }

    /** What a function writes to the place that is its first argument; 0 where it fails. */
    private int number(String function, Object... more) {
        MemorySegment at = arena.allocate(JAVA_INT);
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = at;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return call(function, arguments) == 0 ? at.get(JAVA_INT, 0) : 0;
    }

    @SuppressWarnings("restricted")
    private int call(String function, Object... arguments) {
        MemoryLayout[] layouts = new MemoryLayout[arguments.length];
        for (int i = 0; i < layouts.length; i++) {
            layouts[i] = arguments[i] instanceof MemorySegment ? ADDRESS : JAVA_INT;
        }
        MethodHandle handle = Linker.nativeLinker()
                .downcallHandle(library.findOrThrow(function), FunctionDescriptor.of(JAVA_INT, layouts));
        return MethodHandleProxies.asInterfaceInstance(
                        IntSupplier.class, MethodHandles.insertArguments(handle, 0, arguments))
                .getAsInt();
    }
}
