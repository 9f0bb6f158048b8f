"""Drives the kernel as a notebook server does: jupyter_client_checks.py KERNEL_NAME tcp|ipc

Prints one line a check, "ok NAME" or "FAILED NAME: reason", and figures as "# NAME VALUE".
"""
import os
import queue
import statistics
import subprocess
import sys
import time

os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")
import psutil
import zmq
from jupyter_client import KernelManager

name, transport = sys.argv[1:3]
clock = time.perf_counter


class Kernel:
    def __init__(self):
        self.launched = clock()
        self.km = KernelManager(kernel_name=name, transport=transport)
        self.km.start_kernel()
        self.kc = self.km.client()
        self.kc.context.setsockopt(zmq.RECONNECT_IVL, 3)
        self.kc.start_channels()

    def reply(self, mid, control=False, timeout=10):
        get = self.kc.get_control_msg if control else self.kc.get_shell_msg
        while True:
            message = get(timeout=timeout)
            if message["parent_header"].get("msg_id") == mid:
                return message

    def story(self, mid, timeout=10):
        told = []
        while True:
            message = self.kc.get_iopub_msg(timeout=timeout)
            if message["parent_header"].get("msg_id") != mid:
                continue
            told.append(message)
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                return told

    def close(self):
        self.kc.stop_channels()
        self.km.shutdown_kernel(now=True)


def text(story):
    return "".join(m["content"]["text"] for m in story if m["msg_type"] == "stream")


def ready(k):
    k.kc.wait_for_ready(timeout=20)


def kernel_info(k):
    trips = []
    for _ in range(50):
        start = clock()
        info = k.reply(k.kc.kernel_info())["content"]
        trips.append((clock() - start) * 1000)
    assert info["status"] == "ok" and info["protocol_version"] == "5.4", info
    print(f"# kernel_info round trip, median ms: {statistics.median(trips):.2f}")


def execute(k):
    mid = k.kc.execute("print hello\necho 2")
    assert k.reply(mid)["content"]["status"] == "ok"
    story = k.story(mid)
    assert text(story) == "hello\n", story
    assert [m["content"]["data"] for m in story if m["msg_type"] == "execute_result"] == [{"text/plain": "2"}]


def many_lines(k):
    for count in (1000, 100000):
        start = clock()
        mid = k.kc.execute(f"lines {count}")
        story = k.story(mid, timeout=30)
        took = (clock() - start) * 1000
        assert text(story) == "".join(f"line {i}\n" for i in range(count)), "lines were lost"
        print(f"# {count} lines, ms until idle: {took:.0f} in {len(story)} messages")
        k.reply(mid)


def aborts_queued_cells(k):
    mids = [k.kc.execute(code) for code in ("sleep 50\nfail x", "echo 1", "echo 2")]
    assert [k.reply(mid)["content"]["status"] for mid in mids] == ["error", "aborted", "aborted"]
    assert k.reply(k.kc.execute("echo 3"))["content"]["status"] == "ok"


def answers_while_busy(k):
    mid = k.kc.execute("sleep 20000")
    time.sleep(0.1)
    start = clock()
    assert k.reply(k.kc.complete("pr", 2))["content"]["matches"] == ["print"]
    assert k.reply(k.kc.inspect("print", 2))["content"]["found"]
    assert clock() - start < 1
    start = clock()
    k.km.interrupt_kernel()
    content = k.reply(mid)["content"]
    assert content["ename"] == "Interrupted", content
    assert clock() - start < 1


def interrupt_by_signal(k):
    mid = k.kc.execute("sleep 20000")
    time.sleep(0.1)
    k.km.provisioner.process.send_signal(2)
    assert k.reply(mid)["content"]["ename"] == "Interrupted"


def asks_for_input(k):
    mid = k.kc.execute("ask name?", allow_stdin=True)
    question = k.kc.get_stdin_msg(timeout=5)
    assert question["content"] == {"prompt": "name?", "password": False}, question
    k.kc.input("Ada")
    assert any(m["content"].get("data") == {"text/plain": "Ada"} for m in k.story(mid))


def heart_beats(k):
    k.kc.hb_channel.unpause()
    time.sleep(1.3)
    assert k.kc.hb_channel.is_beating()


def output_after_the_cell(k):
    mid = k.kc.execute("later 200 afterthought")
    k.story(mid)
    late = k.kc.get_iopub_msg(timeout=5)
    assert late["content"]["text"] == "afterthought" and late["parent_header"]["msg_id"] == mid, late


def a_client_that_vanishes(k):
    other = k.km.client()
    other.start_channels()
    other.kernel_info()
    other.get_shell_msg(timeout=5)
    other.execute("sleep 200\nlines 100000")
    for channel in (other.shell_channel, other.iopub_channel, other.stdin_channel, other.control_channel):
        channel.socket.close(linger=0)
    assert k.reply(k.kc.execute("echo 1"), timeout=20)["content"]["status"] == "ok"


def shutdown(k):
    process = psutil.Process(k.km.provisioner.process.pid)
    k.kc.execute("sleep 60000")
    time.sleep(0.1)
    start = clock()
    mid = k.kc.shutdown()
    reply = k.reply(mid, control=True)
    assert reply["content"] == {"status": "ok", "restart": False}, reply
    k.km.provisioner.process.wait(5)
    took = (clock() - start) * 1000
    assert took < 1000, f"took {took:.0f} ms"
    assert not process.is_running()
    print(f"# shutdown until the process is gone, ms: {took:.0f}")


def restart(k):
    k.km.restart_kernel()
    k.kc.wait_for_ready(timeout=20)
    assert k.reply(k.kc.execute("count"))["content"]["execution_count"] == 1


def check(test, k):
    try:
        test(k)
        print(f"ok {test.__name__}", flush=True)
    except BaseException as e:
        print(f"FAILED {test.__name__}: {type(e).__name__}: {str(e)[:300]}", flush=True)


def runs(process):
    """Whether a process runs; one that nobody has asked for its exit code yet does not."""
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def ends_with_its_parent(_):
    """A parent that starts the kernel and is then killed."""
    code = (
        "import sys, time; from jupyter_client import KernelManager;"
        f"km = KernelManager(kernel_name={name!r}, transport={transport!r}); km.start_kernel(); kc = km.client();"
        "kc.start_channels(); kc.wait_for_ready(timeout=20); print(km.provisioner.process.pid, flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    pid = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    kernel = psutil.Process(pid)
    start = clock()
    while runs(kernel):
        if clock() - start > 8:
            kernel.kill()
            raise AssertionError("the kernel outlived its parent")
        time.sleep(0.01)
    took = (clock() - start) * 1000
    print(f"# parent killed until the kernel is gone, ms: {took:.0f}")
    assert took < 2000, f"took {took:.0f} ms"


kernel = Kernel()
kernel.reply(kernel.kc.kernel_info(), timeout=20)
print(f"# launch until kernel_info, ms: {(clock() - kernel.launched) * 1000:.0f}")
for test in (ready, kernel_info, execute, many_lines, aborts_queued_cells, answers_while_busy, interrupt_by_signal,
             asks_for_input, heart_beats, output_after_the_cell, a_client_that_vanishes, restart, shutdown):
    check(test, kernel)
kernel.close()
del kernel
if transport == "tcp":
    check(ends_with_its_parent, None)
