package segue.neighbors.gpu;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.LockSupport;
import jcuda.driver.CUcontext;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdevice_attribute;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUfunction;
import jcuda.driver.CUmodule;
import jcuda.driver.CUresult;
import jcuda.driver.JCudaDriver;

/**
 * The card of this process: its context, its kernels, its memory. CUDA wants every thread to say which card it means:
 * {@link #enter} does, and whoever uses the card calls it first. Ask {@link Driver} before; opened once and kept.
 */
final class Card {
    /** So many threads have the card work for them at a time; more wait. Two keep it busy while a result is taken away. */
    private static final int LANES = 2;

    private static final long WAIT_FOR_CLEANER_NANOS = 200_000_000;

    private final String name;
    private final int multiprocessors;
    private final CUcontext context = new CUcontext();
    private final ConcurrentMap<String, CUfunction> functions = new ConcurrentHashMap<>();
    private final BlockingQueue<Lane> lanes = new ArrayBlockingQueue<>(LANES);

    private Card(int number) {
        check(JCudaDriver.cuInit(0), "start the driver");
        CUdevice device = new CUdevice();
        check(JCudaDriver.cuDeviceGet(device, number), "open the card");
        byte[] bytes = new byte[256];
        check(JCudaDriver.cuDeviceGetName(bytes, bytes.length, device), "read the card's name");
        name = new String(bytes, StandardCharsets.UTF_8).replaceAll("\0.*", "");
        int[] count = new int[1];
        check(
                JCudaDriver.cuDeviceGetAttribute(
                        count, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT, device),
                "read the card's properties");
        multiprocessors = count[0];
        check(JCudaDriver.cuDevicePrimaryCtxRetain(context, device), "open the card");
        enter();
        function(Kernels.MERGE);
        for (int i = 0; i < LANES; i++) {
            lanes.add(new Lane(this));
        }
    }

    /** @throws GpuException with the reason, if it cannot be opened */
    static Card get() {
        return Opened.CARD.orThrow();
    }

    String name() {
        return name;
    }

    int multiprocessors() {
        return multiprocessors;
    }

    /** Makes this the card of the calling thread. */
    void enter() {
        check(JCudaDriver.cuCtxSetCurrent(context), "use the card");
    }

    /** A kernel by its name; the driver compiles it when it is asked for the first time. */
    CUfunction function(String kernel) {
        return functions.computeIfAbsent(kernel, Card::load);
    }

    private static CUfunction load(String kernel) {
        CUmodule module = new CUmodule();
        check(JCudaDriver.cuModuleLoadData(module, Kernels.ptxOf(kernel)), "compile the kernel " + kernel);
        CUfunction function = new CUfunction();
        check(JCudaDriver.cuModuleGetFunction(function, module, kernel), "find the kernel " + kernel);
        return function;
    }

    /** A lane of this card, to be given back; waits for one. */
    Lane takeLane() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return lanes.take();
                } catch (InterruptedException later) {
                    // The work that is waited for is short; whoever asked looks at the mark after it.
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void giveBack(Lane lane) {
        lanes.add(lane);
    }

    long freeBytes() {
        long[] free = new long[1];
        check(JCudaDriver.cuMemGetInfo(free, new long[1]), "read the card's free memory");
        return free[0];
    }

    /**
     * @param what takes the memory, for the message
     * @throws GpuException if there is too little
     */
    CUdeviceptr allocate(long bytes, String what) {
        CUdeviceptr memory = new CUdeviceptr();
        int result = JCudaDriver.cuMemAlloc(memory, Math.max(bytes, 16));
        if (result == CUresult.CUDA_ERROR_OUT_OF_MEMORY) {
            // Indexes that nobody holds any more may still hold theirs.
            System.gc();
            LockSupport.parkNanos(WAIT_FOR_CLEANER_NANOS);
            result = JCudaDriver.cuMemAlloc(memory, Math.max(bytes, 16));
        }
        if (result == CUresult.CUDA_ERROR_OUT_OF_MEMORY) {
            throw new GpuException("The card's memory is too small for %s: they need %,d MB and %,d MB are free."
                    .formatted(what, (bytes >> 20) + 1, freeBytes() >> 20));
        }
        check(result, "take memory");
        return memory;
    }

    /** Waits for everything that the card was told to do; a copy from Java's memory may still be under way without. */
    void await() {
        check(JCudaDriver.cuCtxSynchronize(), "finish a copy");
    }

    /** @throws GpuException unless all is well */
    static void check(int result, String doing) {
        if (result == CUresult.CUDA_ERROR_OUT_OF_MEMORY) {
            throw new GpuException("The card has too little free memory to %s.".formatted(doing));
        }
        if (result != CUresult.CUDA_SUCCESS) {
            throw new GpuException("The card failed to %s: %s.".formatted(doing, CUresult.stringFor(result)));
        }
    }

    /** What came of opening it, so that a failure says the same every time. */
    private record Opened(Card card, String reason) {
        static final Opened CARD = open();

        private static Opened open() {
            try {
                return JCudaNatives.inPrivateFolder(
                        () -> new Opened(new Card(Integer.parseInt(GpuSupport.wantedDevice())), null));
            } catch (GpuException unusable) {
                return new Opened(null, unusable.getMessage());
            } catch (UnsatisfiedLinkError unloadable) {
                return new Opened(
                        null,
                        "JCuda has no native library for this machine (%s, %s); the CPU answers exactly."
                                .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
            }
        }

        Card orThrow() {
            if (card == null) {
                throw new GpuException(reason);
            }
            return card;
        }
    }
}
