package segue.neighbors.gpu;

import static segue.neighbors.gpu.Card.check;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import jcuda.Pointer;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUstream;
import jcuda.driver.CUstream_flags;
import jcuda.driver.JCudaDriver;

/** What one thread at a time works on the card with: a stream and memory at both ends, kept from search to search. */
final class Lane {
    private final Card card;
    private final CUstream stream = new CUstream();
    private CUdeviceptr memory;
    private long bytes;
    private Pointer host;
    private long hostBytes;
    private CUdeviceptr candidates;
    private BitSet candidatesFor;
    private int candidateCount;

    Lane(Card card) {
        this.card = card;
        check(JCudaDriver.cuStreamCreate(stream, CUstream_flags.CU_STREAM_NON_BLOCKING), "open a stream");
    }

    /** Bytes of the card that this lane holds for its work. */
    long bytes() {
        return bytes;
    }

    /** At least {@code needed} bytes on the card; what stood there is lost. */
    CUdeviceptr memory(long needed) {
        if (needed > bytes) {
            free();
            memory = card.allocate(needed, "a search");
            bytes = needed;
        }
        return memory;
    }

    private void free() {
        if (memory != null) {
            check(JCudaDriver.cuMemFree(memory), "give memory back");
            memory = null;
            bytes = 0;
        }
    }

    /** At least {@code needed} bytes of this machine's memory, which the card reads and writes directly. */
    ByteBuffer host(int needed) {
        if (needed > hostBytes) {
            if (host != null) {
                check(JCudaDriver.cuMemFreeHost(host), "give memory back");
                host = null;
                hostBytes = 0;
            }
            Pointer taken = new Pointer();
            check(JCudaDriver.cuMemAllocHost(taken, needed), "exchange results");
            host = taken;
            hostBytes = needed;
        }
        return host.getByteBuffer(0, needed).order(ByteOrder.nativeOrder());
    }

    /** The rows that may be found, ascending, on the card; a null pointer for all. */
    CUdeviceptr candidates(BitSet among) {
        if (among == null) {
            return new CUdeviceptr();
        }
        if (!among.equals(candidatesFor)) {
            forgetCandidates();
            int[] rows = among.stream().toArray();
            candidates = card.allocate(4L * rows.length, "the rows that may be found");
            check(JCudaDriver.cuMemcpyHtoD(candidates, Pointer.to(rows), 4L * rows.length), "take the rows in");
            card.await();
            candidatesFor = (BitSet) among.clone();
            candidateCount = rows.length;
        }
        return candidates;
    }

    int candidateCount() {
        return candidateCount;
    }

    private void forgetCandidates() {
        if (candidates != null) {
            check(JCudaDriver.cuMemFree(candidates), "give memory back");
            candidates = null;
            candidatesFor = null;
        }
    }

    void toCard(CUdeviceptr to, long count) {
        check(JCudaDriver.cuMemcpyHtoDAsync(to, host, count, stream), "take the queries in");
    }

    void fromCard(CUdeviceptr from, long count) {
        check(JCudaDriver.cuMemcpyDtoHAsync(host, from, count, stream), "give the answers");
        await();
    }

    void fill(CUdeviceptr to, int value, long count) {
        check(JCudaDriver.cuMemsetD32Async(to, value, count, stream), "prepare a search");
    }

    void launch(String kernel, int blocks, int parts, int threads, int sharedBytes, Arguments arguments) {
        check(
                JCudaDriver.cuLaunchKernel(
                        card.function(kernel),
                        blocks,
                        parts,
                        1,
                        threads,
                        1,
                        1,
                        sharedBytes,
                        stream,
                        arguments.pointer(),
                        null),
                "run the kernel " + kernel);
    }

    private void await() {
        check(JCudaDriver.cuStreamSynchronize(stream), "finish a search");
    }
}
