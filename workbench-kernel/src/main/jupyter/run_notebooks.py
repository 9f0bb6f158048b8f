"""Run notebooks through Jupyter and write each as one HTML file that needs no network.

usage: run_notebooks.py [--out DIR] [--save] NOTEBOOK...

Exit codes: 0 every cell ran, 1 a cell or a file failed, 2 wrong use.
"""

import argparse
import os
import re
import signal
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.dont_write_bytecode = True  # the folder may be read-only, and is no place for caches
os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")

import nbformat
from jupyter_client.kernelspec import NoSuchKernel
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError

from notebook_page import as_html

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def say(text, end="\n"):
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[2K")
    sys.stderr.write(text + end)
    sys.stderr.flush()


def write_beside(path, text):
    """A reader of `path` sees the old file or the whole new one, never a part."""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix="." + path.name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(text)
        os.chmod(beside, 0o644)
        os.replace(beside, path)
    except BaseException:
        os.unlink(beside)
        raise


def read(path):
    try:
        return nbformat.read(path, as_version=4)
    except FileNotFoundError:
        say(f"segue: {path}: no such notebook")
    except OSError as problem:
        say(f"segue: {path}: cannot be read: {problem.strerror}")
    except Exception as problem:  # nbformat raises half a dozen unrelated types for a broken file
        say(f"segue: {path}: not a notebook: {str(problem).splitlines()[0][:200]}")
    return None


def filtered_stderr():
    """A file descriptor for the kernel's stderr: all but the JVM's warning of the Vector API's module goes to ours."""
    read, write = os.pipe()

    def pass_on():
        with os.fdopen(read, encoding="utf-8", errors="replace") as lines:
            for line in lines:
                if not line.startswith("WARNING: Using incubator modules:"):
                    say(line, end="")

    threading.Thread(target=pass_on, daemon=True).start()
    return write


def execute(notebook, path):
    """Returns whether every cell ran."""
    code_cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    started = time.monotonic()

    def on_cell_start(cell, cell_index):
        if cell.cell_type == "code" and sys.stderr.isatty():
            done = next(i for i, other in enumerate(code_cells) if other is cell)
            say(f"{path.name}: cell {done + 1} of {len(code_cells)} …", end="")

    client = NotebookClient(
        notebook,
        timeout=None,
        kernel_name=notebook.metadata.get("kernelspec", {}).get("name", "java"),
        resources={"metadata": {"path": str(path.parent)}},
        on_cell_start=on_cell_start,
        record_timing=False,
    )
    stderr = filtered_stderr()
    try:
        client.execute(stderr=stderr)
    except CellExecutionError:
        number, cell, error = failed_cell(code_cells)
        say(f"segue: {path}: cell {number} of {len(code_cells)} failed: {ANSI.sub('', error.ename)}: {ANSI.sub('', error.evalue)}")
        for line in error.traceback:
            say("    " + ANSI.sub("", line).replace("\n", "\n    "))
        return False
    except DeadKernelError:
        say(f"segue: {path}: the kernel died while a cell ran; see what it printed above")
        return False
    except NoSuchKernel as missing:
        say(f"segue: {path}: Jupyter knows no kernel named {missing.name}; './segue doctor' shows what is installed")
        return False
    finally:
        os.close(stderr)
        join_streams(code_cells)
    say(f"{path.name}: {len(code_cells)} cells in {time.monotonic() - started:.1f} s")
    return True


def join_streams(code_cells):
    """What a cell printed comes in as many pieces as the clock made of it: one output for each run of a stream."""
    for cell in code_cells:
        joined = []
        for output in cell.outputs:
            before = joined[-1] if joined else {}
            if output.output_type == "stream" and before.get("name") == output.name:
                before.text += output.text
            else:
                joined.append(output)
        cell.outputs = joined


def failed_cell(code_cells):
    for number, cell in enumerate(code_cells, 1):
        for output in cell.outputs:
            if output.output_type == "error":
                return number, cell, output
    raise AssertionError("nbclient reported an error that no cell shows")


def main():
    parser = argparse.ArgumentParser(prog="./segue run", description=__doc__.splitlines()[0])
    parser.add_argument("notebooks", nargs="+", metavar="NOTEBOOK", type=Path)
    parser.add_argument("--out", default="out", metavar="DIR", type=Path, help="folder for the HTML files (default: out)")
    parser.add_argument("--save", action="store_true", help="also write the outputs back into the notebooks")
    args = parser.parse_args()
    stems = [path.stem for path in args.notebooks]
    for stem in stems:
        if stems.count(stem) > 1:
            parser.error(f"two notebooks would both be written to {args.out / stem}.html: run them one by one")
    try:
        args.out.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        say(f"segue: {args.out}: cannot be made: {problem.strerror}")
        return 1
    good = True
    for path in args.notebooks:
        notebook = read(path)
        if notebook is None:
            good = False
            continue
        ran = execute(notebook, path)
        page = args.out / (path.stem + ".html")
        try:
            write_beside(page, as_html(notebook, path))
            if args.save and ran:
                write_beside(path, nbformat.writes(notebook) + "\n")
        except OSError as problem:
            say(f"segue: {problem.filename or page}: cannot be written: {problem.strerror}")
            ran = False
        else:
            print(page)
        good = good and ran
    return 0 if good else 1


def stop(signal_number, frame):
    # The kernel ends by itself once its parent, this process, is gone.
    say("segue: stopped; nothing half-written was left behind")
    os._exit(1)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    # Beside the main thread, where nbclient would put its own signal handlers over these.
    with ThreadPoolExecutor(1) as worker:
        outcome = worker.submit(main)
        while not outcome.done():
            time.sleep(0.05)
    sys.exit(outcome.result())
