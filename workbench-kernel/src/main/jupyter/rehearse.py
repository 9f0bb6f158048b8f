"""Let the kernel rehearse, so that the JVM starts from what it learnt: writes an AOT cache.

usage: rehearse.py KERNELSPEC_FOLDER AOT_CACHE

The kernel of the folder is started through Jupyter, asked what every notebook asks, and ended; as it ends, the JVM writes
the cache. Exit codes: 0 written, 1 not.
"""

import json
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")

from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager

SECONDS_TO_ANSWER = 60
SECONDS_TO_WRITE = 120
CELLS = [
    "1 + 1",
    "int x = 3;",
    "var names = List.of(\"a\", \"b\"); names",
    "System.out.println(x);",
    "for (int i = 0; i < 3; i++) { System.out.println(i); }",
    "int twice(int n) { return 2 * n; }\ntwice(x)",
    "record Point(int x, int y) {}\nList.of(new Point(1, 2))",
    "names.stream().map(String::toUpperCase).collect(Collectors.toList())",
    "display(\"<b>hi</b>\", \"text/html\");",
    "throw new IllegalStateException(\"rehearsal\");",
    "nothing(",
    "no such thing",
]
QUESTIONS = ["Sys", "\"abc\".sub", "names.stream().ma", "Math.max(", "CompletableF", "for (;;) {"]


def main(kernelspec, cache):
    argv = json.loads((kernelspec / "kernel.json").read_text())["argv"]
    argv = [option for option in argv if not option.startswith("-XX:AOTCache=")]
    argv[1:1] = [f"-XX:AOTCacheOutput={cache}", f"-Dsegue.exitPatienceMillis={SECONDS_TO_WRITE * 1000}"]
    with tempfile.TemporaryDirectory() as folder:
        spec = Path(folder, "kernels", "rehearsal")
        spec.mkdir(parents=True)
        (spec / "kernel.json").write_text(json.dumps({"argv": argv, "display_name": "rehearsal", "language": "java"}))
        manager = KernelManager(
            kernel_name="rehearsal", kernel_spec_manager=KernelSpecManager(kernel_dirs=[str(spec.parent)])
        )
        manager.start_kernel()
        client = manager.client()
        client.start_channels()
        try:
            client.wait_for_ready(timeout=SECONDS_TO_ANSWER)
            for cell in CELLS:
                client.execute_interactive(cell, timeout=SECONDS_TO_ANSWER, output_hook=lambda message: None)
            for code in QUESTIONS:
                for ask in (client.complete(code), client.inspect(code), client.is_complete(code)):
                    while client.get_shell_msg(timeout=SECONDS_TO_ANSWER)["parent_header"].get("msg_id") != ask:
                        pass
            client.shutdown()
            end = time.monotonic() + SECONDS_TO_WRITE
            while manager.is_alive() and time.monotonic() < end:
                time.sleep(0.1)
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)
    return 0 if cache.exists() else 1


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]).absolute()))
