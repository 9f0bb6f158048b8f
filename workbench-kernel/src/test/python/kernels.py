"""Kernels and clients for the tests: everything goes through jupyter_client and libzmq, nothing through our own code."""
import collections
import os
import re
import tempfile
import time

os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")
import psutil
import zmq
from jupyter_client import BlockingKernelClient, KernelManager

KERNEL_NAME = "java"
START_SECONDS = 30
clock = time.monotonic


class Kernel:
    """A kernel process of its own, its log, and a first client."""

    def __init__(self, transport="tcp"):
        self.log_file = tempfile.TemporaryFile()
        self.manager = KernelManager(kernel_name=KERNEL_NAME, transport=transport)
        self.manager.start_kernel(stdout=self.log_file, stderr=self.log_file)
        self.client = self.join()

    def join(self):
        """One more client with a session of its own, as a second front end is one."""
        client = BlockingKernelClient(connection_file=self.manager.connection_file)
        client.load_connection_file()
        return Client(client)

    def ready(self):
        """Waits for the first answer."""
        self.client.ask("kernel_info_request", seconds=START_SECONDS)
        return self

    @property
    def pid(self):
        return self.manager.provisioner.process.pid

    @property
    def process(self):
        return psutil.Process(self.pid)

    def alive(self):
        return self.manager.provisioner.process.poll() is None

    def log(self):
        """The lines that the kernel wrote to its terminal so far."""
        self.log_file.seek(0)
        return self.log_file.read().decode(errors="replace").splitlines()

    def megabytes(self):
        return self.process.memory_info().rss / 2**20

    def load(self, seconds=0.5):
        """How many cores the kernel keeps busy; the least of three looks, since a JVM compiles and collects at times."""
        return min(self.process.cpu_percent(interval=seconds) for _ in range(3)) / 100

    def endpoint(self, channel):
        """The address of one of its sockets."""
        info = self.manager.get_connection_info()
        return info["ip"], info[f"{channel}_port"]

    def interrupt(self):
        self.manager.interrupt_kernel()

    def close(self):
        self.client.close()
        if self.manager.has_kernel:
            self.manager.shutdown_kernel(now=True)
        self.manager.cleanup_resources()
        self.log_file.close()


class Outcome:
    """All that one request brought: the reply, and what was told about it on iopub."""

    def __init__(self, reply, story, seconds):
        self.reply = reply
        self.content = reply["content"]
        self.status = self.content.get("status")
        self.story = story
        self.seconds = seconds

    def all(self, kind):
        return [message["content"] for message in self.story if message["msg_type"] == kind]

    def text(self, name="stdout"):
        return "".join(content["text"] for content in self.all("stream") if content["name"] == name)

    @property
    def value(self):
        """The text/plain of the result; None where there is none."""
        results = self.all("execute_result")
        return results[0]["data"]["text/plain"] if results else None

    @property
    def error(self):
        """Name, message and trace of an error without colours; empty where there is none."""
        errors = self.all("error")
        if not errors:
            return ""
        error = errors[0]
        trace = "\n".join([f"{error['ename']}: {error['evalue']}", *error["traceback"]])
        return re.sub(r"\x1b\[[0-9;]*m", "", trace)

    def __repr__(self):
        return f"{self.status}: value={self.value!r} stdout={self.text()[:300]!r} stderr={self.text('stderr')[:300]!r} {self.error[:1500]}"


class Client:
    """Sends requests and files what comes back under the request that it belongs to."""

    def __init__(self, kernel_client):
        self.kc = kernel_client
        self.kc.context.setsockopt(zmq.RECONNECT_IVL, 20)
        # Without heartbeats: a client that is stopped before they have begun would wait for their thread for ever.
        self.kc.start_channels(hb=False)
        self.replies = {}
        self.stories = collections.defaultdict(list)
        self.idle = set()
        self.questions = []
        # The client's own sockets without asyncio around them, which takes a millisecond a message.
        self.channels = {
            zmq.Socket.shadow(channel.socket.underlying): file
            for channel, file in (
                (self.kc.iopub_channel, self._told),
                (self.kc.shell_channel, self._replied),
                (self.kc.control_channel, self._replied),
                (self.kc.stdin_channel, self.questions.append),
            )
        }
        self.poller = zmq.Poller()
        for socket in self.channels:
            self.poller.register(socket, zmq.POLLIN)

    def _told(self, message):
        parent = message["parent_header"].get("msg_id")
        self.stories[parent].append(message)
        if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
            self.idle.add(parent)

    def _replied(self, message):
        self.replies[message["parent_header"].get("msg_id")] = message

    def pump(self, seconds):
        """Files what has come, waiting for something if nothing has."""
        for socket, _ in self.poller.poll(max(0, seconds) * 1000):
            for _ in range(100):
                message = self.kc.session.recv(socket, zmq.NOBLOCK)[1]
                if message is None:
                    break
                self.channels[socket](message)

    def until(self, condition, seconds, what):
        end = clock() + seconds
        while not condition():
            left = end - clock()
            if left <= 0:
                raise AssertionError(f"{what} did not come within {seconds} s")
            self.pump(min(left, 0.5))

    def listen(self, seconds):
        """Files whatever comes within a time."""
        end = clock() + seconds
        while clock() < end:
            self.pump(end - clock())

    def request(self, kind, content=None, channel="shell"):
        message = self.kc.session.msg(kind, content or {})
        getattr(self.kc, f"{channel}_channel").send(message)
        return message["header"]["msg_id"]

    def send(self, code, **options):
        options.setdefault("allow_stdin", False)
        return self.kc.execute(code, **options)

    def begin(self, code, **options):
        """Sends a cell and waits until it runs; its first output is "begun"."""
        request = self.send('System.out.print("begun"); ' + code, **options)
        runs = lambda: any(message["msg_type"] == "stream" for message in self.stories[request])
        self.until(runs, 30, "the begin of a cell")
        return request

    def outcome(self, request, seconds=30, stdin=()):
        """Waits for the reply and for idle; answers questions in the order of stdin."""
        start = clock()
        answers = list(stdin)

        def done():
            while self.questions and answers:
                question = self.questions.pop(0)
                answer = answers.pop(0)
                self.kc.input(answer(question["content"]) if callable(answer) else answer)
            return request in self.replies and request in self.idle

        self.until(done, seconds, "the end of a request")
        self.idle.discard(request)
        return Outcome(self.replies.pop(request), self.stories.pop(request), clock() - start)

    def reply(self, request, seconds=30):
        """Waits for the reply alone."""
        self.until(lambda: request in self.replies, seconds, "a reply")
        return self.replies.pop(request)["content"]

    def run(self, code, seconds=30, stdin=(), **options):
        options.setdefault("allow_stdin", bool(stdin))
        return self.outcome(self.send(code, **options), seconds, stdin)

    def ask(self, kind, content=None, channel="shell", seconds=30):
        return self.reply(self.request(kind, content, channel), seconds)

    def complete(self, code, cursor=None):
        return self.ask("complete_request", {"code": code, "cursor_pos": len(code) if cursor is None else cursor})

    def vanish(self):
        """Closes its sockets at once, with whatever is under way."""
        for channel in (self.kc.shell_channel, self.kc.iopub_channel, self.kc.stdin_channel, self.kc.control_channel):
            channel.socket.close(linger=0)

    def close(self):
        self.kc.stop_channels()
