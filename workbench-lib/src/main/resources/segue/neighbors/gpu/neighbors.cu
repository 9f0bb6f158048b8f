// The k best rows of every query, in two steps. A screen computes, with the fewest instructions, a number that is surely not
// above the key of a row; nearly every row is left out by it. What passes is computed anew by the definition in
// segue.neighbors.Accumulation, to the last bit, and enters the query's best ones. So the answer is exact and the screen
// need not be. Made into neighbors.ptx by bench/gpu-ptx; run on the CPU, for tests, by bench/gpu-emulation.

/// A key, so mapped that unsigned numbers stand in the order of the floats, above a row: one number ranks by key, then row.
typedef unsigned long long Ranked;

#define EMPTY 0xFFFFFFFFFFFFFFFFull

/// Accumulation.ordinal().
enum { SQUARES, ABSOLUTES, LARGEST, PRODUCTS };

/// Accumulation.CHUNK.
#define CHUNK 32

extern __shared__ float4 dynamicShared[];

__device__ inline unsigned ordered(float key) {
    unsigned bits = __float_as_uint(key);
    return bits & 0x80000000u ? ~bits : bits | 0x80000000u;
}

__device__ inline float keyOf(unsigned ordered) {
    return __uint_as_float(ordered & 0x80000000u ? ordered & 0x7FFFFFFFu : ~ordered);
}

template <int ACCUMULATION>
__device__ inline float term(float sum, float a, float b) {
    switch (ACCUMULATION) {
        case SQUARES: {
            float difference = __fsub_rn(a, b);
            return __fmaf_rn(difference, difference, sum);
        }
        case ABSOLUTES:
            return __fadd_rn(sum, fabsf(__fsub_rn(a, b)));
        case LARGEST:
            return fmaxf(sum, fabsf(__fsub_rn(a, b)));
        default:
            return __fmaf_rn(a, b, sum);
    }
}

/// The definition. Columns beyond the last are zeros, which change no bit.
template <int ACCUMULATION>
__device__ inline float exact(const float *a, const float *b, int stride) {
    float total = 0;
#pragma unroll 1
    for (int from = 0; from < stride; from += CHUNK) {
        int to = min(from + CHUNK, stride);
        float sum = 0;
#pragma unroll 1
        for (int c = from; c < to; c += 4) {
            float4 x = *(const float4 *)(a + c);
            float4 y = *(const float4 *)(b + c);
            sum = term<ACCUMULATION>(sum, x.x, y.x);
            sum = term<ACCUMULATION>(sum, x.y, y.y);
            sum = term<ACCUMULATION>(sum, x.z, y.z);
            sum = term<ACCUMULATION>(sum, x.w, y.w);
        }
        total = ACCUMULATION == LARGEST ? fmaxf(total, sum) : __fadd_rn(total, sum);
    }
    return total;
}

/// Begins with a term of the row (its squared length, say) and adds products: for squared distances and dot products.
struct Products {
    static __device__ float step(float sum, float query, float row) { return __fmaf_rn(query, row, sum); }
    static __device__ float signedSum(float sum, float) { return sum; }
    static __device__ float exactly(int accumulation, const float *a, const float *b, int stride) {
        return accumulation == SQUARES ? exact<SQUARES>(a, b, stride) : exact<PRODUCTS>(a, b, stride);
    }
};

struct Absolutes {
    static __device__ float step(float sum, float query, float row) { return term<ABSOLUTES>(sum, query, row); }
    static __device__ float signedSum(float sum, float sign) { return __fmul_rn(sign, sum); }
    static __device__ float exactly(int, const float *a, const float *b, int stride) {
        return exact<ABSOLUTES>(a, b, stride);
    }
};

struct Largest {
    static __device__ float step(float sum, float query, float row) { return term<LARGEST>(sum, query, row); }
    static __device__ float signedSum(float sum, float sign) { return __fmul_rn(sign, sum); }
    static __device__ float exactly(int, const float *a, const float *b, int stride) {
        return exact<LARGEST>(a, b, stride);
    }
};

// screened   rows as the screen takes them, shape (rows, stride), zeros beyond the last column
// rowTerms   what the screen's sum of each row begins with
// rows       the rows themselves, same shape
// hot        queries as the screen takes them, shape (queries, stride)
// offsets    of each query, what is added to a key to compare it with the screen's sum
// queries    the queries themselves, same shape
// candidates rows that may be found, ascending; null for all
// selves     of each query, the row to leave out, or -1
// after      of each query, what was found by an earlier pass: only what ranks behind it is looked for; 0 at first
// bounds     of each query, a key (ordered) that no answer is above, shared by the blocks that work on it
// lists      receives the best of each query and part of the rows, shape (parts, queries, k), as heaps
// slack      by how much of itself a key may be above what the screen says
// count      of candidates
// step       from one tile of rows to the next to take; no divisor common with the number of tiles
// resident   whether the heaps fit into shared memory
#define SEARCH_PARAMETERS                                                                                            \
    const float *__restrict__ screened, const float *__restrict__ rowTerms, const float *__restrict__ rows,          \
            const float *__restrict__ hot, const float *__restrict__ offsets, const float *__restrict__ queries,     \
            const int *__restrict__ candidates, const int *__restrict__ selves, const Ranked *__restrict__ after,    \
            unsigned *bounds, Ranked *lists, float sign, float slack, int accumulation, int stride, int count,       \
            int queryCount, int k, int step, int resident
#define SEARCH_ARGUMENTS                                                                                             \
    screened, rowTerms, rows, hot, offsets, queries, candidates, selves, after, bounds, lists, sign, slack,          \
            accumulation, stride, count, queryCount, k, step, resident

/// What the screen's sum must not be above, where answers have keys up to `bound`.
__device__ inline float limitOf(unsigned bound, float slack, float offset) {
    if (bound == 0xFFFFFFFFu) {
        return __uint_as_float(0x7F800000u);
    }
    float key = keyOf(bound);
    return __fadd_rn(__fmaf_rn(slack, fabsf(key), key), offset);
}

/// Puts `item` in the place of the worst of a max-heap whose elements lie `apart`.
__device__ inline void replaceWorst(Ranked *heap, int apart, int k, Ranked item) {
    int parent = 0;
#pragma unroll 1
    for (int child = 1; child < k; child = 2 * parent + 1) {
        Ranked larger = heap[(long long)child * apart];
        if (child + 1 < k) {
            Ranked other = heap[(long long)(child + 1) * apart];
            if (other > larger) {
                larger = other;
                child++;
            }
        }
        if (item >= larger) {
            break;
        }
        heap[(long long)parent * apart] = larger;
        parent = child;
    }
    heap[(long long)parent * apart] = item;
}

/// The bound of a query after a look at what the other parts of the rows have given.
__device__ inline unsigned shareBound(unsigned *bounds, int query, unsigned own) {
    if (gridDim.y > 1) {
        unsigned known = *(volatile unsigned *)(bounds + query);
        if (own < known) {
            atomicMin(bounds + query, own);
        } else {
            return known;
        }
    }
    return own;
}

/// The tiles of rows that one block takes: every gridDim.y-th, in an order that jumps about.
struct TileWalk {
    int tiles, tile, left, jump;

    __device__ TileWalk(int count, int tileRows, int step) {
        tiles = (count + tileRows - 1) / tileRows;
        tile = (int)((long long)blockIdx.y * step % tiles);
        jump = (int)((long long)gridDim.y * step % tiles);
        left = (int)blockIdx.y < tiles ? (tiles - 1 - (int)blockIdx.y) / (int)gridDim.y + 1 : 0;
    }

    __device__ void next() {
        tile = (int)(((long long)tile + jump) % tiles);
        left--;
    }
};

#define NARROW_THREADS 128
#define NARROW_TILE 32

/// Up to 32 columns: every thread keeps some queries in registers and meets all rows, which pass through shared memory.
template <class Screen, int COLUMNS>
__device__ inline void narrow(SEARCH_PARAMETERS) {
    const int WORDS = (COLUMNS + 3) / 4;
    const int PER_THREAD = COLUMNS <= 16 ? 4 : 2;
    const int TILE_WORDS = NARROW_TILE * WORDS;
    const int LOADS = (TILE_WORDS + NARROW_THREADS - 1) / NARROW_THREADS;
    const int tid = threadIdx.x;
    const int apart = resident ? PER_THREAD * NARROW_THREADS : 1;
    const int first = blockIdx.x * (PER_THREAD * NARROW_THREADS) + tid;

    float4 *tiles = dynamicShared;
    float *terms = (float *)(tiles + 2 * TILE_WORDS);
    Ranked *heaps = (Ranked *)(terms + 2 * NARROW_TILE);
    Ranked *found = lists + (long long)blockIdx.y * queryCount * k;

    float4 query[PER_THREAD][WORDS];
    float limit[PER_THREAD];
#pragma unroll
    for (int q = 0; q < PER_THREAD; q++) {
        int at = first + q * NARROW_THREADS;
        bool there = at < queryCount;
#pragma unroll
        for (int w = 0; w < WORDS; w++) {
            query[q][w] = there ? ((const float4 *)hot)[(long long)at * WORDS + w] : make_float4(0, 0, 0, 0);
        }
        limit[q] = __uint_as_float(there ? 0x7F800000u : 0xFF800000u);
        if (there) {
            Ranked *heap = resident ? heaps + q * NARROW_THREADS + tid : found + (long long)at * k;
#pragma unroll 1
            for (int i = 0; i < k; i++) {
                heap[(long long)i * apart] = EMPTY;
            }
        }
    }

    TileWalk walk(count, NARROW_TILE, step);
    float4 coming[LOADS];
    float comingTerm = 0;
    int buffer = 0;
    int tile = walk.tile;
    const int all = walk.left;
    for (int left = all; left >= 0; left--) {
        // One turn behind: the tile that was asked for goes to shared memory, the next is asked for, then the work is done.
        bool holds = left < all;
        if (holds) {
#pragma unroll
            for (int i = 0; i < LOADS; i++) {
                int word = tid + i * NARROW_THREADS;
                if (word < TILE_WORDS) {
                    tiles[buffer * TILE_WORDS + word] = coming[i];
                }
            }
            if (tid < NARROW_TILE) {
                terms[buffer * NARROW_TILE + tid] = comingTerm;
            }
            __syncthreads();
        }
        int holding = tile;
        if (left > 0) {
            tile = walk.tile;
            walk.next();
#pragma unroll
            for (int i = 0; i < LOADS; i++) {
                int word = tid + i * NARROW_THREADS;
                int at = tile * NARROW_TILE + word / WORDS;
                coming[i] = make_float4(0, 0, 0, 0);
                if (word < TILE_WORDS && at < count) {
                    int row = candidates ? candidates[at] : at;
                    coming[i] = ((const float4 *)screened)[(long long)row * WORDS + word % WORDS];
                }
            }
            int at = tile * NARROW_TILE + tid;
            if (tid < NARROW_TILE && at < count) {
                comingTerm = rowTerms[candidates ? candidates[at] : at];
            }
        }
        if (!holds) {
            continue;
        }
#pragma unroll
        for (int q = 0; q < PER_THREAD; q++) {
            int at = first + q * NARROW_THREADS;
            if (at < queryCount) {
                Ranked *heap = resident ? heaps + q * NARROW_THREADS + tid : found + (long long)at * k;
                limit[q] = limitOf(shareBound(bounds, at, (unsigned)(heap[0] >> 32)), slack, offsets[at]);
            }
        }
        int here = first < queryCount ? min(NARROW_TILE, count - holding * NARROW_TILE) : 0;
        const float4 *row = tiles + buffer * TILE_WORDS;
        const float *begin = terms + buffer * NARROW_TILE;
#pragma unroll 1
        for (int r = 0; r < here; r++, row += WORDS, begin++) {
            float sum[PER_THREAD];
#pragma unroll
            for (int q = 0; q < PER_THREAD; q++) {
                sum[q] = *begin;
            }
#pragma unroll
            for (int w = 0; w < WORDS; w++) {
                float4 x = row[w];
#pragma unroll
                for (int q = 0; q < PER_THREAD; q++) {
                    sum[q] = Screen::step(sum[q], query[q][w].x, x.x);
                    if (4 * w + 1 < COLUMNS) sum[q] = Screen::step(sum[q], query[q][w].y, x.y);
                    if (4 * w + 2 < COLUMNS) sum[q] = Screen::step(sum[q], query[q][w].z, x.z);
                    if (4 * w + 3 < COLUMNS) sum[q] = Screen::step(sum[q], query[q][w].w, x.w);
                }
            }
            // Written so that what is no number passes.
            bool leftOut = true;
#pragma unroll
            for (int q = 0; q < PER_THREAD; q++) {
                leftOut = leftOut & (Screen::signedSum(sum[q], sign) > limit[q]);
            }
            if (leftOut) {
                continue;
            }
            unsigned passed = 0;
#pragma unroll
            for (int q = 0; q < PER_THREAD; q++) {
                passed |= Screen::signedSum(sum[q], sign) > limit[q] ? 0u : 1u << q;
            }
            int at = holding * NARROW_TILE + r;
            int rowNumber = candidates ? candidates[at] : at;
            unsigned changed = 0;
#pragma unroll 1
            for (unsigned rest = passed; rest != 0; rest &= rest - 1) {
                int q = __ffs(rest) - 1;
                int number = first + q * NARROW_THREADS;
                if (number < queryCount && rowNumber != selves[number]) {
                    float key = __fmul_rn(
                            sign,
                            Screen::exactly(
                                    accumulation,
                                    rows + (long long)rowNumber * stride,
                                    queries + (long long)number * stride,
                                    stride));
                    Ranked ranked = (Ranked)ordered(key) << 32 | (unsigned)rowNumber;
                    Ranked *heap = resident ? heaps + q * NARROW_THREADS + tid : found + (long long)number * k;
                    if (ranked > after[number] && ranked < heap[0]) {
                        replaceWorst(heap, apart, k, ranked);
                        changed |= 1u << q;
                    }
                }
            }
            if (changed) {
#pragma unroll
                for (int q = 0; q < PER_THREAD; q++) {
                    if (changed >> q & 1) {
                        int number = first + q * NARROW_THREADS;
                        Ranked *heap = resident ? heaps + q * NARROW_THREADS + tid : found + (long long)number * k;
                        limit[q] = fminf(limit[q], limitOf((unsigned)(heap[0] >> 32), slack, offsets[number]));
                    }
                }
            }
        }
        buffer ^= 1;
    }
    if (resident) {
#pragma unroll
        for (int q = 0; q < PER_THREAD; q++) {
            int at = first + q * NARROW_THREADS;
#pragma unroll 1
            for (int i = 0; at < queryCount && i < k; i++) {
                found[(long long)at * k + i] = heaps[(long long)i * apart + q * NARROW_THREADS + tid];
            }
        }
    }
}

#define WIDE_THREADS 256
#define WIDE_QUERIES 64
#define WIDE_TILE 128
#define QUERY_PITCH (WIDE_QUERIES + 4)
#define ROW_PITCH (WIDE_TILE + 4)

/// Any number of columns: 64 queries meet 128 rows at a time, every thread 4 of those and 8 of these, 32 columns a turn.
template <class Screen>
__device__ inline void wide(SEARCH_PARAMETERS) {
    const int tid = threadIdx.x;
    const int lane = tid % 32;
    const int warp = tid / 32;
    // A warp covers 16 queries and 32 neighbouring rows twice, so that its reads of shared memory meet in few words.
    const int fromQuery = 4 * (lane / 8 + 4 * (warp / 2));
    const int fromRow = 4 * (lane % 8 + 8 * (warp % 2));
    const int firstQuery = blockIdx.x * WIDE_QUERIES;
    const int words = stride / 4;
    const int apart = resident ? WIDE_QUERIES : 1;

    float *stagedQueries = (float *)dynamicShared;
    float *stagedRows = stagedQueries + CHUNK * QUERY_PITCH;
    float *sums = (float *)dynamicShared;
    float *limits = sums + WIDE_QUERIES * ROW_PITCH;
    Ranked *heaps = (Ranked *)(limits + WIDE_QUERIES);
    Ranked *found = lists + (long long)blockIdx.y * queryCount * k;

    for (int q = tid; q < WIDE_QUERIES; q += WIDE_THREADS) {
        int at = firstQuery + q;
        limits[q] = __uint_as_float(at < queryCount ? 0x7F800000u : 0xFF800000u);
        Ranked *heap = resident ? heaps + q : found + (long long)at * k;
#pragma unroll 1
        for (int i = 0; at < queryCount && i < k; i++) {
            heap[(long long)i * apart] = EMPTY;
        }
    }

    for (TileWalk walk(count, WIDE_TILE, step); walk.left > 0; walk.next()) {
        const int firstRow = walk.tile * WIDE_TILE;
        float sum[4][8];
#pragma unroll
        for (int r = 0; r < 8; r++) {
            int at = firstRow + fromRow + r % 4 + r / 4 * 64;
            float begin = at < count ? rowTerms[candidates ? candidates[at] : at] : 0;
#pragma unroll
            for (int q = 0; q < 4; q++) {
                sum[q][r] = begin;
            }
        }
        for (int from = 0; from < words; from += CHUNK / 4) {
            __syncthreads();
            for (int i = tid; i < WIDE_QUERIES * CHUNK / 4; i += WIDE_THREADS) {
                int q = i % WIDE_QUERIES;
                int w = i / WIDE_QUERIES;
                float4 x = make_float4(0, 0, 0, 0);
                if (firstQuery + q < queryCount && from + w < words) {
                    x = ((const float4 *)hot)[(long long)(firstQuery + q) * words + from + w];
                }
                float *to = stagedQueries + 4 * w * QUERY_PITCH + q;
                to[0] = x.x;
                to[QUERY_PITCH] = x.y;
                to[2 * QUERY_PITCH] = x.z;
                to[3 * QUERY_PITCH] = x.w;
            }
            for (int i = tid; i < WIDE_TILE * CHUNK / 4; i += WIDE_THREADS) {
                int r = i % WIDE_TILE;
                int w = i / WIDE_TILE;
                float4 x = make_float4(0, 0, 0, 0);
                if (firstRow + r < count && from + w < words) {
                    int row = candidates ? candidates[firstRow + r] : firstRow + r;
                    x = ((const float4 *)screened)[(long long)row * words + from + w];
                }
                float *to = stagedRows + 4 * w * ROW_PITCH + r;
                to[0] = x.x;
                to[ROW_PITCH] = x.y;
                to[2 * ROW_PITCH] = x.z;
                to[3 * ROW_PITCH] = x.w;
            }
            __syncthreads();
            int columns = min(CHUNK, 4 * (words - from));
#pragma unroll 4
            for (int c = 0; c < columns; c++) {
                float4 a = *(const float4 *)(stagedQueries + c * QUERY_PITCH + fromQuery);
                float4 b = *(const float4 *)(stagedRows + c * ROW_PITCH + fromRow);
                float4 d = *(const float4 *)(stagedRows + c * ROW_PITCH + fromRow + 64);
                float x[4] = {a.x, a.y, a.z, a.w};
                float y[8] = {b.x, b.y, b.z, b.w, d.x, d.y, d.z, d.w};
#pragma unroll
                for (int q = 0; q < 4; q++) {
#pragma unroll
                    for (int r = 0; r < 8; r++) {
                        sum[q][r] = Screen::step(sum[q][r], x[q], y[r]);
                    }
                }
            }
        }
        __syncthreads();
#pragma unroll
        for (int q = 0; q < 4; q++) {
            float s[8];
#pragma unroll
            for (int r = 0; r < 8; r++) {
                s[r] = Screen::signedSum(sum[q][r], sign);
            }
            float *to = sums + (fromQuery + q) * ROW_PITCH + fromRow;
            *(float4 *)to = make_float4(s[0], s[1], s[2], s[3]);
            *(float4 *)(to + 64) = make_float4(s[4], s[5], s[6], s[7]);
        }
        __syncthreads();
        // Every warp looks after 8 queries, every lane after 4 of the rows; what passes is computed by all lanes at once.
        for (int q = 8 * warp; q < 8 * warp + 8; q++) {
            int number = firstQuery + q;
            if (number >= queryCount) {
                break;
            }
            float limit = limits[q];
            float4 four = *(const float4 *)(sums + q * ROW_PITCH + 4 * lane);
            float s[4] = {four.x, four.y, four.z, four.w};
            unsigned passed = 0;
#pragma unroll
            for (int i = 0; i < 4; i++) {
                passed |= s[i] > limit || firstRow + 4 * lane + i >= count ? 0u : 1u << i;
            }
            if (__ballot_sync(0xFFFFFFFFu, passed != 0) == 0) {
                continue;
            }
            Ranked *heap = resident ? heaps + q : found + (long long)number * k;
#pragma unroll 1
            for (int i = 0; i < 4; i++) {
                Ranked ranked = EMPTY;
                if (passed >> i & 1) {
                    int at = firstRow + 4 * lane + i;
                    int row = candidates ? candidates[at] : at;
                    if (row != selves[number]) {
                        float key = __fmul_rn(
                                sign,
                                Screen::exactly(
                                        accumulation,
                                        rows + (long long)row * stride,
                                        queries + (long long)number * stride,
                                        stride));
                        ranked = (Ranked)ordered(key) << 32 | (unsigned)row;
                        ranked = ranked > after[number] ? ranked : EMPTY;
                    }
                }
                unsigned offered = __ballot_sync(0xFFFFFFFFu, ranked != EMPTY);
                for (; offered != 0; offered &= offered - 1) {
                    Ranked one = __shfl_sync(0xFFFFFFFFu, ranked, __ffs(offered) - 1);
                    if (lane == 0 && one < heap[0]) {
                        replaceWorst(heap, apart, k, one);
                    }
                }
            }
            if (lane == 0) {
                limits[q] = limitOf(shareBound(bounds, number, (unsigned)(heap[0] >> 32)), slack, offsets[number]);
            }
        }
    }
    __syncthreads();
    if (resident) {
        for (int q = tid; q < WIDE_QUERIES; q += WIDE_THREADS) {
            int at = firstQuery + q;
#pragma unroll 1
            for (int i = 0; at < queryCount && i < k; i++) {
                found[(long long)at * k + i] = heaps[(long long)i * apart + q];
            }
        }
    }
}

#define MERGE_THREADS 32

__device__ inline Ranked smallestBehind(Ranked last, const Ranked *lists, int parts, int queryCount, int query, int k) {
    Ranked smallest = EMPTY;
    for (int i = threadIdx.x; i < parts * k; i += MERGE_THREADS) {
        Ranked one = lists[((long long)(i / k) * queryCount + query) * k + i % k];
        if (one > last && one < smallest) {
            smallest = one;
        }
    }
    return smallest;
}

/// One warp a query: the k best of its lists, best first; row -1 where there are no more.
extern "C" __global__ void __launch_bounds__(MERGE_THREADS) merge(
        const Ranked *__restrict__ lists, int parts, int queryCount, int k, Ranked *after, float *keys, int *rows) {
    const int query = blockIdx.x;
    Ranked mine = smallestBehind(0, lists, parts, queryCount, query, k);
    Ranked best = 0;
#pragma unroll 1
    for (int i = 0; i < k; i++) {
        best = mine;
        for (int mask = 16; mask > 0; mask /= 2) {
            Ranked other = __shfl_xor_sync(0xFFFFFFFFu, best, mask);
            best = other < best ? other : best;
        }
        if (threadIdx.x == 0) {
            keys[(long long)query * k + i] = keyOf((unsigned)(best >> 32));
            rows[(long long)query * k + i] = best == EMPTY ? -1 : (int)(unsigned)best;
        }
        if (mine == best && best != EMPTY) {
            mine = smallestBehind(best, lists, parts, queryCount, query, k);
        }
    }
    if (threadIdx.x == 0) {
        after[query] = best;
    }
}

#define NARROW(NAME, SCREEN, COLUMNS)                                                                                \
    extern "C" __global__ void __launch_bounds__(NARROW_THREADS, 4) NAME##COLUMNS(SEARCH_PARAMETERS) {               \
        narrow<SCREEN, COLUMNS>(SEARCH_ARGUMENTS);                                                                   \
    }
#define SCREENED_BY(NAME, SCREEN)                                                                                    \
    NARROW(NAME, SCREEN, 8)                                                                                          \
    NARROW(NAME, SCREEN, 10)                                                                                         \
    NARROW(NAME, SCREEN, 13)                                                                                         \
    NARROW(NAME, SCREEN, 16)                                                                                         \
    NARROW(NAME, SCREEN, 24)                                                                                         \
    NARROW(NAME, SCREEN, 32)                                                                                         \
    extern "C" __global__ void __launch_bounds__(WIDE_THREADS, 2) NAME##Wide(SEARCH_PARAMETERS) {                    \
        wide<SCREEN>(SEARCH_ARGUMENTS);                                                                              \
    }

SCREENED_BY(products, Products)
SCREENED_BY(absolutes, Absolutes)
SCREENED_BY(largest, Largest)
