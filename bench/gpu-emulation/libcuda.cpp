// A card that is none: the part of NVIDIA's driver library that Segue calls, on the CPU, so that everything but the card
// itself can be tried without one. bench/gpu-emulation/build makes libcuda.so.1 of it. What it pretends to be is set by
//   SEGUE_EMULATED_CARDS (1)   SEGUE_EMULATED_DRIVER (12060)   SEGUE_EMULATED_CAPABILITY (75)   SEGUE_EMULATED_MEMORY (bytes)
//   SEGUE_EMULATED_FAILURE (function:code, the answer of one function)
#include "cuda-on-cpu.h"

#include KERNELS

#include <map>
#include <mutex>
#include <string>
#include <sys/mman.h>
#include <unistd.h>

typedef int CUresult;
typedef unsigned long long CUdeviceptr;
enum { SUCCESS = 0, INVALID_VALUE = 1, OUT_OF_MEMORY = 2, INVALID_DEVICE = 101, NO_CONTEXT = 201, NOT_FOUND = 500 };
#define API extern "C" __attribute__((visibility("default"))) CUresult

static std::recursive_mutex oneAtATime;
static std::mt19937 chance(7);
static thread_local bool contextIsCurrent = false;
static std::map<CUdeviceptr, size_t> allocations;
static size_t used = 0;

static long long setting(const char *name, long long otherwise) {
    const char *value = std::getenv(name);
    return value ? std::atoll(value) : otherwise;
}
static size_t memory() { return setting("SEGUE_EMULATED_MEMORY", 1ll << 30); }

static CUresult failureOf(const char *function) {
    const char *wanted = std::getenv("SEGUE_EMULATED_FAILURE");
    size_t length = std::strlen(function);
    return wanted && std::strncmp(wanted, function, length) == 0 && wanted[length] == ':' ? std::atoi(wanted + length + 1)
                                                                                          : SUCCESS;
}
#define BEGIN                                                                                                        \
    std::lock_guard<std::recursive_mutex> guard(oneAtATime);                                                         \
    if (CUresult failure = failureOf(__func__)) return failure;
#define BEGIN_IN_CONTEXT                                                                                             \
    BEGIN                                                                                                            \
    if (!contextIsCurrent) return NO_CONTEXT;

API cuInit(unsigned) { BEGIN return SUCCESS; }
API cuDriverGetVersion(int *version) { BEGIN *version = setting("SEGUE_EMULATED_DRIVER", 12060); return SUCCESS; }
API cuDeviceGetCount(int *count) { BEGIN *count = setting("SEGUE_EMULATED_CARDS", 1); return SUCCESS; }
API cuDeviceGet(int *device, int number) {
    BEGIN
    if (number < 0 || number >= setting("SEGUE_EMULATED_CARDS", 1)) return INVALID_DEVICE;
    *device = number;
    return SUCCESS;
}
API cuDeviceGetName(char *name, int length, int) {
    BEGIN
    std::snprintf(name, length, "emulated card");
    return SUCCESS;
}
API cuDeviceGetAttribute(int *value, int attribute, int) {
    BEGIN
    int capability = setting("SEGUE_EMULATED_CAPABILITY", 75);
    switch (attribute) {
        case 16: *value = 3; return SUCCESS;  // multiprocessors
        case 75: *value = capability / 10; return SUCCESS;
        case 76: *value = capability % 10; return SUCCESS;
        default: return INVALID_VALUE;
    }
}
API cuDevicePrimaryCtxRetain(void **context, int) { BEGIN *context = &allocations; return SUCCESS; }
API cuCtxSetCurrent(void *context) { BEGIN contextIsCurrent = context != nullptr; return SUCCESS; }
API cuCtxSynchronize() { BEGIN_IN_CONTEXT return SUCCESS; }
API cuStreamCreate(void **stream, unsigned) { BEGIN_IN_CONTEXT *stream = new int(1); return SUCCESS; }
API cuStreamSynchronize(void *) { BEGIN_IN_CONTEXT return SUCCESS; }
API cuStreamDestroy_v2(void *stream) { BEGIN_IN_CONTEXT delete static_cast<int *>(stream); return SUCCESS; }
API cuGetErrorName(CUresult, const char **name) { *name = "CUDA_ERROR_EMULATED"; return SUCCESS; }
API cuGetErrorString(CUresult, const char **text) { *text = "an emulated failure"; return SUCCESS; }

API cuModuleLoadData(void **module, const void *image) {
    BEGIN_IN_CONTEXT
    *module = new std::string(static_cast<const char *>(image));
    return SUCCESS;
}
API cuModuleUnload(void *module) { BEGIN_IN_CONTEXT delete static_cast<std::string *>(module); return SUCCESS; }

// Every allocation ends where a page begins that may not be touched.
static size_t pages(size_t bytes) { return (bytes + 4095) / 4096 * 4096; }
API cuMemAlloc_v2(CUdeviceptr *at, size_t bytes) {
    BEGIN_IN_CONTEXT
    if (bytes == 0) return INVALID_VALUE;
    if (used + bytes > memory()) return OUT_OF_MEMORY;
    char *base = static_cast<char *>(
            mmap(nullptr, pages(bytes) + 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    if (base == MAP_FAILED) return OUT_OF_MEMORY;
    mprotect(base + pages(bytes), 4096, PROT_NONE);
    std::memset(base, 0xCD, pages(bytes));
    *at = reinterpret_cast<CUdeviceptr>(base + pages(bytes) - (bytes + 15) / 16 * 16);
    allocations[*at] = bytes;
    used += bytes;
    return SUCCESS;
}
API cuMemFree_v2(CUdeviceptr at) {
    BEGIN_IN_CONTEXT
    auto found = allocations.find(at);
    if (found == allocations.end()) return INVALID_VALUE;
    used -= found->second;
    munmap(reinterpret_cast<void *>(at / 4096 * 4096), pages(found->second) + 4096);
    allocations.erase(found);
    return SUCCESS;
}
API cuMemGetInfo_v2(size_t *available, size_t *total) {
    BEGIN_IN_CONTEXT
    *total = memory();
    *available = memory() - used;
    return SUCCESS;
}
API cuMemAllocHost_v2(void **at, size_t bytes) { BEGIN_IN_CONTEXT *at = std::malloc(bytes); return SUCCESS; }
API cuMemFreeHost(void *at) { BEGIN_IN_CONTEXT std::free(at); return SUCCESS; }

static bool holds(CUdeviceptr at, size_t bytes) {
    auto found = allocations.upper_bound(at);
    return found != allocations.begin() && at + bytes <= std::prev(found)->first + std::prev(found)->second;
}
API cuMemcpyHtoD_v2(CUdeviceptr to, const void *from, size_t bytes) {
    BEGIN_IN_CONTEXT
    if (!holds(to, bytes)) return INVALID_VALUE;
    std::memcpy(reinterpret_cast<void *>(to), from, bytes);
    return SUCCESS;
}
API cuMemcpyDtoH_v2(void *to, CUdeviceptr from, size_t bytes) {
    BEGIN_IN_CONTEXT
    if (!holds(from, bytes)) return INVALID_VALUE;
    std::memcpy(to, reinterpret_cast<void *>(from), bytes);
    return SUCCESS;
}
API cuMemcpyHtoDAsync_v2(CUdeviceptr to, const void *from, size_t bytes, void *) { return cuMemcpyHtoD_v2(to, from, bytes); }
API cuMemcpyDtoHAsync_v2(void *to, CUdeviceptr from, size_t bytes, void *) { return cuMemcpyDtoH_v2(to, from, bytes); }
API cuMemsetD32Async(CUdeviceptr to, unsigned value, size_t count, void *) {
    BEGIN_IN_CONTEXT
    if (!holds(to, 4 * count)) return INVALID_VALUE;
    std::fill_n(reinterpret_cast<unsigned *>(to), count, value);
    return SUCCESS;
}

typedef std::function<void(void **)> Kernel;
template <class... A, size_t... I>
static Kernel taking(void (*kernel)(A...), std::index_sequence<I...>) {
    return [kernel](void **values) { kernel(*static_cast<std::remove_cv_t<A> *>(values[I])...); };
}
template <class... A>
static Kernel kernel(void (*kernel)(A...)) {
    return taking(kernel, std::index_sequence_for<A...>());
}
#define KERNEL(NAME) {#NAME, kernel(NAME)}
#define SCREENED(NAME)                                                                                               \
    KERNEL(NAME##8), KERNEL(NAME##10), KERNEL(NAME##13), KERNEL(NAME##16), KERNEL(NAME##24), KERNEL(NAME##32),       \
            KERNEL(NAME##Wide)
static std::map<std::string, Kernel> kernels = {
    KERNEL(merge), SCREENED(products), SCREENED(absolutes), SCREENED(largest)};

API cuModuleGetFunction(void **function, void *module, const char *name) {
    BEGIN_IN_CONTEXT
    auto found = kernels.find(name);
    std::string entry = std::string(".entry ") + name + "(";
    if (found == kernels.end() || static_cast<std::string *>(module)->find(entry) == std::string::npos) return NOT_FOUND;
    *function = &found->second;
    return SUCCESS;
}
API cuOccupancyMaxActiveBlocksPerMultiprocessor(int *blocks, void *, int, size_t) { BEGIN *blocks = 2; return SUCCESS; }
API cuLaunchKernel(
        void *function, unsigned x, unsigned y, unsigned z, unsigned threads, unsigned threadsY, unsigned threadsZ,
        unsigned sharedBytes, void *, void **values, void **) {
    BEGIN_IN_CONTEXT
    if (x == 0 || y == 0 || y > 65535 || z != 1 || threads % 32 || threads > 1024 || threadsY != 1 || threadsZ != 1
            || sharedBytes > SHARED_BYTES) {
        return INVALID_VALUE;
    }
    Kernel &kernel = *static_cast<Kernel *>(function);
    runGrid({x, y, 1}, threads, chance, [&] { kernel(values); });
    return SUCCESS;
}
