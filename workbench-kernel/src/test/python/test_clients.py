"""Many clients, and clients that misbehave: the kernel keeps answering the others, and its memory has a bound."""
import os
import socket
import time
import unittest

import zmq
from kernels import Kernel, clock
from zmtp import LONG, MORE, joined, message

MEGABYTE = 2**20


class WithKernel(unittest.TestCase):
    transport = "tcp"

    def setUp(self):
        self.kernel = Kernel(self.transport).ready()
        self.addCleanup(self.kernel.close)
        self.client = self.kernel.client

    def still_serves(self, seconds=20):
        self.assertTrue(self.kernel.alive(), self.kernel.log()[-5:])
        self.assertEqual(self.client.ask("kernel_info_request", seconds=seconds)["status"], "ok")
        outcome = self.client.run("20 + 22", seconds)
        if outcome.status == "aborted":  # it was sent while a cell was failing, which takes those behind it along
            outcome = self.client.run("20 + 22", seconds)
        self.assertEqual(outcome.value, "42")


class TwoClients(WithKernel):
    def test_both_see_every_cell_and_each_gets_its_own_replies(self):
        other = self.kernel.join()
        self.addCleanup(other.close)
        other.ask("kernel_info_request")
        mine, theirs = self.client.send('System.out.print("mine"); 1'), other.send('System.out.print("theirs"); 2')
        self.assertEqual(self.client.outcome(mine).value, "1")
        self.assertEqual(other.outcome(theirs).value, "2")
        for watcher, request, said in ((self.client, theirs, "theirs"), (other, mine, "mine")):
            watcher.until(lambda: request in watcher.idle, 5, "the other client's cell")
            self.assertNotIn(request, watcher.replies)
            told = [m["content"]["text"] for m in watcher.stories[request] if m["msg_type"] == "stream"]
            self.assertEqual("".join(told), said)

    def test_they_share_the_variables(self):
        other = self.kernel.join()
        self.addCleanup(other.close)
        self.client.run("int shared = 41;")
        self.assertEqual(other.run("shared + 1").value, "42")

    def test_a_question_for_input_goes_to_the_client_that_asked(self):
        other = self.kernel.join()
        self.addCleanup(other.close)
        outcome = other.run('IO.readln("who? ")', stdin=["the other"])
        self.assertEqual(outcome.value, "the other")
        self.client.listen(0.2)
        self.assertEqual(self.client.questions, [])

    def test_one_of_them_may_interrupt_the_cell_of_the_other(self):
        other = self.kernel.join()
        self.addCleanup(other.close)
        request = self.client.begin("while (true) {}")
        self.assertEqual(other.ask("interrupt_request", channel="control")["status"], "ok")
        self.assertEqual(self.client.outcome(request, 5).status, "error")


class Vanishing(WithKernel):
    def test_a_client_that_vanishes_in_the_middle_of_its_cell(self):
        other = self.kernel.join()
        other.ask("kernel_info_request")
        other.send('for (int i = 0; i < 200_000; i++) System.out.println("line " + i);')
        other.vanish()
        self.still_serves()

    def test_a_client_that_vanishes_while_it_is_asked_for_input(self):
        other = self.kernel.join()
        other.send('IO.readln("name? ")', allow_stdin=True)
        other.until(lambda: other.questions, 10, "a question")
        other.vanish()
        self.client.listen(0.3)
        self.client.ask("interrupt_request", channel="control")
        self.still_serves()

    def test_a_hundred_clients_come_and_go(self):
        self.client.run("1")
        for _ in range(20):
            clients = [self.kernel.join() for _ in range(5)]
            for client in clients:
                client.request("kernel_info_request")
            for client in clients:
                client.close()
        self.still_serves()
        threads = int(self.client.run("Thread.getAllStackTraces().size()").value)
        self.assertLess(threads, 60, "threads of clients that have gone")
        self.assertLess(self.kernel.process.num_fds(), 300)

    def test_half_a_frame_and_then_silence_or_the_end(self):
        # A whole handshake, then a frame that announces a megabyte of which a kilobyte comes.
        open_ends = []
        for channel in ("shell", "control", "stdin"):
            for end in (True, False):
                connection = joined(self.kernel.endpoint(channel), channel)
                connection.sendall(bytes([LONG | MORE]) + MEGABYTE.to_bytes(8, "big") + bytes(1024))
                time.sleep(0.05)
                if end:
                    connection.close()
                else:
                    open_ends.append(connection)
        self.still_serves()
        for connection in open_ends:
            connection.close()


class Flooding(WithKernel):
    def test_ten_thousand_cells_wait_their_turn_and_all_are_answered(self):
        self.client.run("int sum = 0;")
        gate = self.client.send("Thread.sleep(1_000);", stop_on_error=False)
        # Most are empty, so that the flood is one of requests and not of compilations.
        requests = [self.client.send("sum++;" if i % 50 == 0 else "", silent=True, stop_on_error=False) for i in range(10_000)]
        begun = clock()
        self.assertEqual(self.client.ask("kernel_info_request", channel="control")["status"], "ok")
        self.assertLess(clock() - begun, 5, "the control channel waited")
        self.assertEqual(self.client.outcome(gate).status, "ok")
        waiting = set(requests)
        end = clock() + 100
        while waiting and clock() < end:
            self.client.pump(1)
            waiting -= self.client.replies.keys()
        self.assertEqual(len(waiting), 0)
        self.assertEqual(self.client.run("sum").value, "200")
        self.assertLess(self.kernel.megabytes(), 1500)

    def test_an_interrupt_ends_a_queue_of_thousands(self):
        first = self.client.begin("while (true) {}")
        rest = [self.client.send("Thread.sleep(1_000);") for _ in range(3_000)]
        self.client.ask("kernel_info_request", seconds=60)  # answered on the same channel, so all have arrived
        begun = clock()
        self.kernel.interrupt()
        self.assertEqual(self.client.outcome(first, 10).status, "error")
        self.assertEqual({self.client.outcome(request).status for request in rest}, {"aborted"})
        self.assertLess(clock() - begun, 20)
        self.still_serves()

    def test_thousands_of_completions_while_a_cell_runs(self):
        running = self.client.begin("while (true) {}")
        requests = [self.client.request("complete_request", {"code": "Math.", "cursor_pos": 5}) for _ in range(2_000)]
        begun = clock()
        self.kernel.interrupt()
        self.assertEqual(self.client.outcome(running, 10).status, "error")
        self.assertLess(clock() - begun, 10, "the interrupt waited for completions")
        for request in requests:
            self.assertEqual(self.client.reply(request, 60)["status"], "ok")
        self.still_serves()

    def test_a_message_of_a_hundred_megabytes_is_refused_and_the_kernel_serves_on(self):
        other = self.kernel.join()
        self.addCleanup(other.close)
        other.ask("kernel_info_request")
        other.send("//" + "x" * (100 * MEGABYTE))
        self.still_serves()
        self.assertTrue(any("at most" in line for line in self.kernel.log()), self.kernel.log()[-5:])
        self.assertLess(self.kernel.megabytes(), 1500)

    def test_a_cell_of_ten_megabytes_is_run(self):
        outcome = self.client.run("/*" + "x" * (10 * MEGABYTE) + "*/ 6 * 7", 60)
        self.assertEqual(outcome.value, "42", str(outcome)[:300])

    def test_a_thousand_connections_that_say_nothing(self):
        silent = []
        for _ in range(1000):
            try:
                silent.append(socket.create_connection(self.kernel.endpoint("shell"), timeout=5))
            except OSError:
                break
        self.still_serves()
        threads = int(self.client.run("Thread.getAllStackTraces().size()").value)
        self.assertLess(threads, 700)
        joined = self.kernel.join()
        self.addCleanup(joined.close)
        self.assertEqual(joined.ask("kernel_info_request", seconds=10)["status"], "ok", "they kept a new client out")
        for connection in silent:
            connection.close()
        self.assertLess(len(self.kernel.log()), 100)

    def test_a_client_that_reads_nothing_while_a_cell_prints_a_hundred_megabytes(self):
        deaf = zmq.Context()
        self.addCleanup(deaf.destroy, linger=0)
        address = "tcp://{}:{}".format(*self.kernel.endpoint("iopub"))
        ear = deaf.socket(zmq.SUB)
        ear.setsockopt(zmq.RCVHWM, 1)
        ear.subscribe(b"")
        ear.connect(address)
        time.sleep(0.3)
        # libzmq reads in the background up to its high-water mark; a plain socket that never reads is deafer still.
        plain = joined(self.kernel.endpoint("iopub"), "iopub")
        self.addCleanup(plain.close)
        plain.sendall(message([b"\x01"]))
        time.sleep(0.2)
        outcome = self.client.run(
            'for (int i = 0; i < 100; i++) System.out.print("y".repeat(1_000_000) + "\\n");', seconds=90)
        self.assertEqual(outcome.status, "ok")
        self.assertEqual(len(outcome.text()), 100 * 1_000_001)
        self.assertLess(self.kernel.megabytes(), 1500)
        self.still_serves()


class OverIpc(WithKernel):
    """Unix sockets, as hosted notebooks use them."""

    transport = "ipc"

    def test_a_cell_its_output_and_an_interrupt(self):
        outcome = self.client.run('System.out.print("hello"); 6 * 7')
        self.assertEqual((outcome.text(), outcome.value), ("hello", "42"))
        request = self.client.begin("while (true) {}")
        self.kernel.interrupt()
        self.assertEqual(self.client.outcome(request, 5).status, "error")

    def test_much_output(self):
        outcome = self.client.run('for (int i = 0; i < 100_000; i++) System.out.println("line " + i);', 60)
        self.assertEqual(outcome.text(), "".join(f"line {i}\n" for i in range(100_000)))

    def test_input_and_a_second_client(self):
        other = self.kernel.join()
        self.addCleanup(other.close)
        self.assertEqual(other.run('IO.readln("? ")', stdin=["back"]).value, "back")

    def test_only_its_owner_may_use_the_sockets_and_they_go_with_the_kernel(self):
        info = self.kernel.manager.get_connection_info()
        files = [f"{info['ip']}-{info[name]}" for name in info if name.endswith("_port")]
        self.assertEqual({os.stat(file).st_mode & 0o077 for file in files}, {0})
        self.client.ask("shutdown_request", {"restart": False}, "control")
        self.kernel.process.wait(5)
        self.assertEqual([file for file in files if os.path.exists(file)], [])


if __name__ == "__main__":
    unittest.main()
