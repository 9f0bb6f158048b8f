// As much of CUDA C++ as neighbors.cu uses, on the CPU: the threads of a block are fibers that take turns, and blocks run one
// after another. Slow, and no proof of speed, but the source that runs is the very one that the card gets.
#pragma once
#include <algorithm>
#include <cmath>
#include <csetjmp>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <random>
#include <ucontext.h>
#include <vector>

#define __device__
#define __global__
#define __shared__
#define __launch_bounds__(...)

struct dim3 {
    unsigned x = 1, y = 1, z = 1;
};
struct alignas(16) float4 {
    float x, y, z, w;
};

static dim3 threadIdx, blockIdx, gridDim;
static const size_t SHARED_BYTES = 48 * 1024;
float4 dynamicShared[SHARED_BYTES / sizeof(float4)];

using std::max;
using std::min;

inline float4 make_float4(float x, float y, float z, float w) { return {x, y, z, w}; }
inline float __fadd_rn(float a, float b) { return a + b; }
inline float __fsub_rn(float a, float b) { return a - b; }
inline float __fmul_rn(float a, float b) { return a * b; }
inline float __fmaf_rn(float a, float b, float c) { return std::fma(a, b, c); }
inline int __ffs(unsigned bits) { return __builtin_ffs(static_cast<int>(bits)); }
inline float __uint_as_float(unsigned bits) {
    float value;
    std::memcpy(&value, &bits, 4);
    return value;
}
inline unsigned __float_as_uint(float value) {
    unsigned bits;
    std::memcpy(&bits, &value, 4);
    return bits;
}
inline unsigned atomicMin(unsigned *at, unsigned value) {
    unsigned old = *at;
    *at = min(old, value);
    return old;
}

struct Fiber {
    ucontext_t start;
    jmp_buf resume;
    std::vector<char> stack = std::vector<char>(64 * 1024);
    bool started = false, done = false;
};

struct Barrier {
    unsigned arrived = 0, generation = 0;
};

struct Block {
    std::vector<Fiber> fibers;
    std::vector<Barrier> warps;
    std::vector<unsigned long long> exchanged;
    Barrier all;
    unsigned current = 0;
    bool moved = false;
    jmp_buf scheduler;
    ucontext_t main;
    std::function<void()> body;
};
static Block block;

/// Lets the other threads run until all of `count` have come here.
inline void await(Barrier &barrier, unsigned count) {
    unsigned generation = barrier.generation;
    if (++barrier.arrived == count) {
        barrier.arrived = 0;
        barrier.generation++;
        block.moved = true;
        return;
    }
    while (barrier.generation == generation) {
        if (_setjmp(block.fibers[block.current].resume) == 0) {
            _longjmp(block.scheduler, 1);
        }
    }
}

inline void __syncthreads() { await(block.all, block.fibers.size()); }

/// What the thread `source` of the warp gives; every thread of the warp must come here.
inline unsigned long long exchange(unsigned long long value, int source, unsigned *ballot) {
    unsigned first = block.current / 32 * 32;
    Barrier &warp = block.warps[block.current / 32];
    // Two places by turns: who comes to the next exchange cannot spoil this one.
    auto *given = block.exchanged.data() + (warp.generation % 2) * block.fibers.size();
    given[block.current] = value;
    await(warp, 32);
    for (int lane = 0; ballot && lane < 32; lane++) {
        *ballot |= (given[first + lane] ? 1u : 0u) << lane;
    }
    return given[first + source];
}
inline unsigned __ballot_sync(unsigned, bool predicate) {
    unsigned ballot = 0;
    exchange(predicate, 0, &ballot);
    return ballot;
}
inline unsigned long long __shfl_sync(unsigned, unsigned long long value, int source) {
    return exchange(value, source, nullptr);
}
inline unsigned long long __shfl_xor_sync(unsigned, unsigned long long value, int mask) {
    return exchange(value, static_cast<int>(block.current % 32) ^ mask, nullptr);
}

inline void runFiber() {
    block.body();
    block.fibers[block.current].done = true;
    block.moved = true;
    _longjmp(block.scheduler, 1);
}

inline void runBlock(unsigned threads, std::mt19937 &chance) {
    static std::vector<unsigned> order;
    static unsigned left, turn;
    block.fibers.resize(threads);
    block.warps.assign(threads / 32, {});
    block.exchanged.assign(2 * threads, 0);
    block.all = {};
    std::memset(dynamicShared, 0xCD, sizeof dynamicShared);
    order.resize(threads);
    for (unsigned i = 0; i < threads; i++) {
        order[i] = i;
        block.fibers[i].started = block.fibers[i].done = false;
    }
    // The order changes from block to block, so that a missing barrier shows.
    std::shuffle(order.begin(), order.end(), chance);
    for (left = threads; left > 0;) {
        block.moved = false;
        for (turn = 0; turn < threads; turn++) {
            block.current = order[turn];
            Fiber &fiber = block.fibers[block.current];
            if (fiber.done) {
                continue;
            }
            threadIdx.x = block.current;
            if (_setjmp(block.scheduler) == 0) {
                if (fiber.started) {
                    _longjmp(fiber.resume, 1);
                }
                fiber.started = true;
                getcontext(&fiber.start);
                fiber.start.uc_stack.ss_sp = fiber.stack.data();
                fiber.start.uc_stack.ss_size = fiber.stack.size();
                fiber.start.uc_link = nullptr;
                makecontext(&fiber.start, runFiber, 0);
                setcontext(&fiber.start);
            }
            left -= block.fibers[block.current].done ? 1 : 0;
        }
        if (!block.moved && left > 0) {
            std::fprintf(stderr, "emulated card: %u threads wait for the others for ever\n", left);
            std::abort();
        }
    }
}

/// Runs every block of a grid, in an order that `chance` gives.
inline void runGrid(dim3 grid, unsigned threads, std::mt19937 &chance, const std::function<void()> &body) {
    block.body = body;
    gridDim = grid;
    std::vector<unsigned> order(static_cast<size_t>(grid.x) * grid.y);
    for (size_t i = 0; i < order.size(); i++) {
        order[i] = i;
    }
    std::shuffle(order.begin(), order.end(), chance);
    for (unsigned one : order) {
        blockIdx.x = one % grid.x;
        blockIdx.y = one / grid.x;
        runBlock(threads, chance);
    }
}
