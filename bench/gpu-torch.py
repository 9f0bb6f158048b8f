#!/usr/bin/env python3
"""torch.cdist + topk on the vectors that Segue's benchmark left behind, on the same card.

  bench/gpu-torch.py FOLDER      reads FOLDER/*.npy, writes FOLDER/torch.tsv

In blocks of several sizes, of which the quickest counts; in full single precision. Where Segue left the ids that it found,
the share of them that torch finds too is printed: its sums are rounded otherwise, so it need not be 1.
"""
import glob
import os
import statistics
import sys
import time

try:
    import numpy
    import torch
except ImportError as missing:
    sys.exit(f"gpu-torch.py: {missing}: the rival was not measured")
if not torch.cuda.is_available():
    sys.exit("gpu-torch.py: torch sees no card: the rival was not measured")

K = 10
BATCH = 1000
FOLDER = sys.argv[1]
torch.backends.cuda.matmul.allow_tf32 = False
BEARABLE_SECONDS = 20


def scores(metric, queries, rows):
    """Smaller is nearer."""
    if metric == "euclidean":
        return torch.cdist(queries, rows)
    if metric == "manhattan":
        return torch.cdist(queries, rows, p=1)
    return torch.mm(queries, rows.T).neg_()  # dot; cosine of unit vectors


def nearest(metric, queries, rows, k):
    return torch.topk(scores(metric, queries, rows), k, dim=1, largest=False, sorted=True)


def graph(metric, rows, block, some):
    """The ten nearest others of the first `some` rows; each row itself is left out by its score."""
    ids = torch.empty((some, K), dtype=torch.int64, device=rows.device)
    for start in range(0, some, block):
        queries = rows[start : min(start + block, some)]
        part = scores(metric, queries, rows)
        own = torch.arange(len(queries), device=rows.device)
        part[own, own + start] = float("inf")
        ids[start : start + len(queries)] = torch.topk(part, K, dim=1, largest=False, sorted=True).indices
    return ids


def seconds(times, work):
    """Median of `times`, after one to warm up."""
    work()
    torch.cuda.synchronize()
    taken = []
    for _ in range(times):
        before = time.perf_counter()
        work()
        torch.cuda.synchronize()
        taken.append(time.perf_counter() - before)
    return statistics.median(taken)


def all_pairs(count, work):
    """Seconds with the block that is quickest, and a note; scaled from some rows where all would take too long."""
    tried = {}
    for block in (512, 1024, 2048, 4096, 8192, 16384):
        torch.cuda.empty_cache()
        # A distance takes four bytes; they may be there twice, and topk needs room.
        if block > count or 16 * block * count > torch.cuda.mem_get_info()[0]:
            break
        tried[block] = seconds(1, lambda: work(block, block)) / block
        if tried[block] * count > BEARABLE_SECONDS * 5:
            break
    if not tried:
        tried[count] = seconds(1, lambda: work(count, count)) / count
    best = min(tried, key=tried.get)
    if tried[best] * count > BEARABLE_SECONDS:
        return tried[best] * count, f"blocks of {best}, scaled from one"
    return seconds(3, lambda: work(best, count)), f"blocks of {best}"


def measure(path, out):
    stem = os.path.basename(path)[: -len(".npy")]
    host = torch.from_numpy(numpy.load(path))
    name = f"{len(host):,} x {host.shape[1]}"
    for metric in ("euclidean", "manhattan", "cosine", "dot"):
        prepared = torch.nn.functional.normalize(host) if metric == "cosine" else host
        rows = prepared.cuda()
        picked = torch.randint(len(rows), (BATCH,))
        batch = prepared[picked].pin_memory()

        def write(task, value, note=""):
            line = "\t".join([task, name, metric, "torch", f"{value:.6f}", note])
            print(line, flush=True)
            print(line, file=out, flush=True)

        write("one query", seconds(100, lambda: nearest(metric, batch[:1].cuda(), rows, K).indices.cpu()))
        write("batch of 1,000", seconds(10, lambda: nearest(metric, batch.cuda(), rows, K).indices.cpu()))
        for task, work in (
            ("all pairs", lambda block, some: graph(metric, rows, block, some)),
            ("all pairs with upload", lambda block, some: graph(metric, prepared.cuda(), block, some).cpu()),
        ):
            write(task, *all_pairs(len(rows), work))
        ours = os.path.join(FOLDER, f"{stem}-{metric}-ids.npy")
        if os.path.exists(ours):
            found = numpy.load(ours)
            theirs = graph(metric, rows, 512, len(found)).cpu().numpy()
            same = sum(len(set(a) & set(b)) for a, b in zip(found.tolist(), theirs.tolist()))
            print(f"{stem} {metric}: torch finds {same / found.size:.5f} of the ids that Segue finds", flush=True)
        del rows
        torch.cuda.empty_cache()


print(f"torch {torch.__version__}, CUDA {torch.version.cuda}, {torch.cuda.get_device_name()}", flush=True)
with open(os.path.join(FOLDER, "torch.tsv"), "w") as out:
    for path in sorted(glob.glob(os.path.join(FOLDER, "*.npy"))):
        if not path.endswith("-ids.npy"):
            measure(path, out)
