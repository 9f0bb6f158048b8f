package segue.neighbors.gpu;

import static segue.neighbors.gpu.Portion.at;

import java.util.List;
import jcuda.NativePointerObject;
import jcuda.Pointer;
import jcuda.driver.CUdeviceptr;
import segue.neighbors.Accumulation;

/** What a kernel is called with, in the order of its parameters in neighbors.cu. */
final class Arguments {
    private final List<Object> values;

    private Arguments(Object... values) {
        this.values = List.of(values);
    }

    /**
     * Of a kernel that searches: the order of {@code SEARCH_PARAMETERS}.
     *
     * @param candidates rows that may be found, or a null pointer for all
     * @param count of them
     */
    static Arguments ofSearch(
            CardRows.View rows,
            Portion portion,
            CUdeviceptr memory,
            CUdeviceptr candidates,
            float sign,
            float slack,
            Accumulation accumulation,
            int count,
            int step) {
        return new Arguments(
                rows.screened(),
                rows.terms(),
                rows.rows(),
                at(memory, portion.hotAt()),
                at(memory, portion.offsetsAt()),
                memory,
                candidates,
                at(memory, portion.selvesAt()),
                at(memory, portion.afterAt()),
                at(memory, portion.boundsAt()),
                at(memory, portion.listsAt()),
                sign,
                slack,
                accumulation.ordinal(),
                portion.kernel().stride(),
                count,
                portion.queries(),
                portion.k(),
                step,
                portion.kernel().keepsBestInSharedMemory(portion.k()) ? 1 : 0);
    }

    static Arguments ofMerge(Portion portion, CUdeviceptr memory) {
        return new Arguments(
                at(memory, portion.listsAt()),
                portion.parts(),
                portion.queries(),
                portion.k(),
                at(memory, portion.afterAt()),
                at(memory, portion.keysAt()),
                at(memory, portion.rowsAt()));
    }

    /** As PTX names them: u64 for an address, u32, f32. */
    List<String> types() {
        return values.stream()
                .map(value -> switch (value) {
                    case CUdeviceptr _ -> "u64";
                    case Integer _ -> "u32";
                    case Float _ -> "f32";
                    default -> throw new IllegalArgumentException("no kernel takes a " + value.getClass());
                })
                .toList();
    }

    Pointer pointer() {
        NativePointerObject[] pointers = values.stream()
                .map(value -> switch (value) {
                    case CUdeviceptr address -> Pointer.to(address);
                    case Integer number -> Pointer.to(new int[] {number});
                    case Float number -> Pointer.to(new float[] {number});
                    default -> throw new IllegalArgumentException("no kernel takes a " + value.getClass());
                })
                .toArray(NativePointerObject[]::new);
        return Pointer.to(pointers);
    }
}
