"""The live page in a notebook: shown as the output of its cell, and gone with the kernel."""
import os
import re
import signal
import socket
import tempfile
import time
import unittest
import urllib.request

from kernels import Kernel, clock

OPEN = "Page.open(Recommender.of(Catalog.sample()))"
SECONDS = 60


def address(outcome):
    """Where the frame of an output leads."""
    html = outcome.all("execute_result")[0]["data"]["text/html"]
    return re.search(r'<iframe [^>]*\bsrc="(http://127\.0\.0\.1:\d+/)"', html)[1]


def health(url):
    with urllib.request.urlopen(url + "health", timeout=10) as answer:
        return answer.status


def port(url):
    return int(url.rstrip("/").rsplit(":", 1)[1])


class Page(unittest.TestCase):
    """Every kernel has a database of its own: a person's is left alone."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.database = os.path.join(folder.name, "opinions.db")
        earlier = os.environ.get("SEGUE_DATABASE")
        os.environ["SEGUE_DATABASE"] = self.database
        self.addCleanup(lambda: os.environ.pop("SEGUE_DATABASE") if earlier is None
                        else os.environ.update(SEGUE_DATABASE=earlier))

    def kernel(self):
        kernel = Kernel().ready()
        self.addCleanup(kernel.close)
        return kernel

    def assertOpens(self, kernel):
        outcome = kernel.client.run(OPEN, SECONDS)
        self.assertEqual(outcome.status, "ok", outcome)
        url = address(outcome)
        self.assertEqual(health(url), 200)
        return url

    def assertGone(self, url):
        end = clock() + 20
        while True:
            try:
                socket.create_connection(("127.0.0.1", port(url)), 2).close()
            except ConnectionRefusedError:
                return
            self.assertLess(clock(), end, f"{url} still listens")
            time.sleep(0.05)

    def test_one_line_shows_it_and_keeps_what_is_said_where_the_person_set(self):
        kernel = self.kernel()
        outcome = kernel.client.run(OPEN, SECONDS)
        url = address(outcome)
        with urllib.request.urlopen(url, timeout=10) as answer:
            policy = answer.headers["Content-Security-Policy"]
        self.assertIn("frame-ancestors 'self' http://localhost:*", policy)
        self.assertTrue(outcome.value.startswith(f"Page at {url} over 5,000 songs"), outcome)
        self.assertTrue(os.path.exists(self.database))

    def test_a_cell_that_is_run_again_leaves_one_page_at_the_same_address(self):
        kernel = self.kernel()
        urls = {self.assertOpens(kernel) for _ in range(3)}
        self.assertEqual(len(urls), 1)

    def test_two_notebooks_have_a_page_each(self):
        first, second = self.kernel(), self.kernel()
        urls = {self.assertOpens(first), self.assertOpens(second)}
        self.assertEqual(len(urls), 2)
        self.assertEqual({health(url) for url in urls}, {200})

    def test_closing_it_in_a_cell_ends_it_and_the_kernel_goes_on(self):
        kernel = self.kernel()
        url = address(kernel.client.run(f"Page page = {OPEN};\npage", SECONDS))
        self.assertEqual(kernel.client.run("page.close(); page.close();").status, "ok")
        self.assertGone(url)
        self.assertTrue(kernel.client.run("page").value.startswith("Closed page at "))

    def test_an_interrupt_does_not_end_it(self):
        kernel = self.kernel()
        url = self.assertOpens(kernel)
        request = kernel.client.begin("while (true) {}")
        kernel.interrupt()
        self.assertEqual(kernel.client.outcome(request, 10).status, "error")
        self.assertEqual(health(url), 200)

    def test_an_interrupt_while_it_opens_leaves_a_kernel_that_can_open_it(self):
        kernel = self.kernel()
        for _ in range(3):
            request = kernel.client.begin(f"for (int i = 0; i < 1000; i++) {OPEN};")
            kernel.client.listen(0.7)
            kernel.interrupt()
            self.assertEqual(kernel.client.outcome(request, SECONDS).status, "error")
        self.assertOpens(kernel)

    def test_a_restart_gives_the_port_back(self):
        kernel = self.kernel()
        url = self.assertOpens(kernel)
        kernel.manager.restart_kernel(now=False)
        kernel.client.close()
        kernel.client = kernel.join()
        kernel.ready()
        self.assertGone(url)
        again = kernel.client.run(
            f"Page.open(Recommender.of(Catalog.sample()), PageOptions.defaults().withPort({port(url)}))", SECONDS)
        self.assertEqual(address(again), url)

    def test_it_ends_with_a_kernel_that_is_asked_to_end_and_with_one_that_is_killed(self):
        for end in ("asked", "killed"):
            with self.subTest(end=end):
                kernel = self.kernel()
                url = self.assertOpens(kernel)
                if end == "asked":
                    kernel.client.ask("shutdown_request", {"restart": False}, "control")
                    kernel.process.wait(10)
                else:
                    os.kill(kernel.pid, signal.SIGKILL)
                self.assertGone(url)


if __name__ == "__main__":
    unittest.main()
