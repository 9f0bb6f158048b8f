"""Kernels that start, restart and end: many at once, many in a row, and with the process that they serve."""
import os
import signal
import subprocess
import sys
import time
import unittest

import psutil
from kernels import Kernel, clock


class Living(unittest.TestCase):
    """Starts, restarts and ends."""

    def test_ten_kernels_at_once_each_with_its_own_variables(self):
        kernels = []
        self.addCleanup(lambda: [kernel.close() for kernel in kernels])
        kernels += [Kernel() for _ in range(10)]
        for kernel in kernels:
            kernel.ready()
        requests = [kernel.client.send(f"int mine = {i};") for i, kernel in enumerate(kernels)]
        for kernel, request in zip(kernels, requests):
            self.assertEqual(kernel.client.outcome(request, 60).status, "ok")
        self.assertEqual([kernel.client.run("mine", 60).value for kernel in kernels], [str(i) for i in range(10)])

    def starts(self, count):
        for number in range(count):
            kernel = Kernel()
            try:
                kernel.ready()
                self.assertEqual(kernel.client.run("1 + 1").value, "2", f"start {number + 1} of {count}")
            finally:
                kernel.close()

    def test_twenty_starts_in_a_row(self):
        self.starts(20)

    @unittest.skipUnless(os.environ.get("SEGUE_SLOW_TESTS"), "SEGUE_SLOW_TESTS is not set: a hundred starts take minutes")
    def test_a_hundred_starts_in_a_row(self):
        self.starts(100)

    def test_restarts_and_interrupts_in_turn(self):
        kernel = Kernel().ready()
        self.addCleanup(kernel.close)
        for _ in range(4):
            client = kernel.client
            client.run("int gone = 1;")
            request = client.begin("while (true) {}")
            kernel.interrupt()
            self.assertEqual(client.outcome(request, 5).status, "error")
            client.begin("while (true) {}")
            kernel.manager.restart_kernel(now=False)
            client.close()
            kernel.client = kernel.join()
            kernel.ready()
            self.assertEqual(kernel.client.run("gone").status, "error")
            self.assertEqual(kernel.client.run("1 + 1").value, "2")

    def test_a_shutdown_ends_the_process_soon_also_in_the_middle_of_a_cell(self):
        for code in ("1 + 1", "while (true) {}", "Thread.sleep(100_000);",
                     "Thread.ofPlatform().start(() -> { while (true) {} });",
                     "Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) {} }));"):
            with self.subTest(code=code):
                kernel = Kernel().ready()
                self.addCleanup(kernel.close)
                kernel.client.send(code)
                kernel.client.listen(1)
                begun = clock()
                reply = kernel.client.ask("shutdown_request", {"restart": False}, "control")
                self.assertEqual((reply["status"], reply["restart"]), ("ok", False))
                kernel.process.wait(5)
                self.assertLess(clock() - begun, 3)

    def test_sigterm_ends_the_process(self):
        kernel = Kernel().ready()
        self.addCleanup(kernel.close)
        kernel.process.send_signal(signal.SIGTERM)
        kernel.manager.provisioner.process.wait(5)

    PARENT = (
        "import sys, time; from jupyter_client import KernelManager;"
        "km = KernelManager(kernel_name='java'); km.start_kernel(); kc = km.client(); kc.start_channels();"
        "kc.wait_for_ready(timeout=30); kc.execute(sys.argv[1]); print(km.provisioner.process.pid, flush=True);"
        "time.sleep(100)"
    )

    def dies_with_its_parent(self, code):
        parent = subprocess.Popen(
            [sys.executable, "-c", self.PARENT, code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        kernel = psutil.Process(int(parent.stdout.readline()))
        time.sleep(0.5)
        parent.kill()
        parent.wait()
        parent.stdout.close()
        try:
            kernel.wait(10)
        except psutil.TimeoutExpired:
            kernel.kill()
            self.fail("the kernel outlived its parent")

    def test_the_kernel_dies_with_its_parent(self):
        self.dies_with_its_parent("1 + 1")

    def test_a_kernel_whose_parent_has_gone_before_it_was_up_does_not_stay(self):
        code = ("import os; from jupyter_client import KernelManager; km = KernelManager(kernel_name='java');"
                "km.start_kernel(); print(km.provisioner.process.pid, flush=True); os._exit(0)")
        parent = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        kernel = psutil.Process(int(parent.stdout.splitlines()[0]))
        try:
            kernel.wait(15)
        except psutil.TimeoutExpired:
            kernel.kill()
            self.fail("the kernel stayed without a parent")

    def test_the_kernel_dies_with_its_parent_in_the_middle_of_a_cell(self):
        self.dies_with_its_parent("while (true) {}")

    def test_the_kernel_dies_with_its_parent_while_a_cell_prints(self):
        self.dies_with_its_parent('while (true) System.out.println("x".repeat(1000));')


if __name__ == "__main__":
    unittest.main()
