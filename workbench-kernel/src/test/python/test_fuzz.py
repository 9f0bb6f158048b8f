"""Seeded nonsense on each of the five sockets: after each batch the kernel answers, with little memory and little log."""
import hashlib
import hmac
import json
import os
import random
import socket
import struct
import unittest
import uuid

from kernels import Kernel
from zmtp import COMMAND, GREETING, LONG, MORE, PEER_OF, command, connect, frame, joined, message, properties, ready

SEED = int(os.environ.get("SEGUE_FUZZ_SEED", "20251"))
ROUNDS = int(os.environ.get("SEGUE_FUZZ_ROUNDS", "60"))
CHANNELS = tuple(PEER_OF)
DELIMITER = b"<IDS|MSG>"
MOST_MEGABYTES = 900
MOST_LOG_LINES = 200


class Fuzz(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kernel = Kernel().ready()
        cls.kernel.client.run("int kept = 42;")

    @classmethod
    def tearDownClass(cls):
        cls.kernel.close()

    def setUp(self):
        self.random = random.Random(f"{SEED} {self.id()}")
        self.lines_before = len(self.kernel.log())

    def tearDown(self):
        kernel, client = self.kernel, self.kernel.client
        self.assertTrue(kernel.alive(), kernel.log()[-5:])
        self.assertEqual(client.ask("kernel_info_request", seconds=20)["status"], "ok")
        self.assertEqual(client.ask("kernel_info_request", channel="control", seconds=20)["status"], "ok")
        self.assertEqual(client.run("kept", 20).value, "42")
        self.assertLess(kernel.megabytes(), MOST_MEGABYTES)
        lines = kernel.log()[self.lines_before:]
        self.assertLess(len(lines), MOST_LOG_LINES)
        self.assertEqual([line for line in lines if line.startswith("\tat ") or len(line) > 1000], [])

    # ---- bytes ----

    def throw(self, channel, data, then_wait=False):
        """Sends bytes to a socket; what the kernel does about them is its business."""
        try:
            with connect(self.kernel.endpoint(channel)) as connection:
                connection.sendall(data)
                if then_wait:
                    connection.settimeout(0.2)
                    while connection.recv(65536):
                        pass
        except OSError:
            pass  # refused, reset or silent: all fair

    def each_channel(self, attacks):
        for channel in CHANNELS:
            for attack in attacks:
                self.throw(channel, attack(channel) if callable(attack) else attack)

    def closes(self, data, channel="shell"):
        """The kernel must end the connection by itself."""
        with connect(self.kernel.endpoint(channel)) as connection:
            connection.sendall(data)
            try:
                while connection.recv(65536):
                    pass
            except ConnectionError:
                pass
            except socket.timeout:
                self.fail(f"the {channel} socket kept a connection that sent nonsense")

    def test_random_bytes_instead_of_a_greeting(self):
        self.each_channel([self.random.randbytes(self.random.randrange(0, 500)) for _ in range(ROUNDS)])

    def test_other_protocols(self):
        self.each_channel([
            b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
            b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + self.random.randbytes(500),
            b"SSH-2.0-OpenSSH_9\r\n",
            b"\xff" + bytes(8) + b"\x7f\x01\x00",  # ZMTP 2
            b"\x01\x00",  # ZMTP 1
        ])

    def test_greetings_with_wrong_mechanisms_and_versions(self):
        for mechanism in (b"PLAIN", b"CURVE", b"", b"N", b"NULLNULL", b"\xff" * 20):
            self.closes(GREETING[:12] + mechanism.ljust(20, b"\0") + GREETING[32:] + ready("DEALER"))
        for version in (0, 1, 2):
            self.closes(GREETING[:10] + bytes([version]) + GREETING[11:] + ready("DEALER"))

    def test_mutated_handshakes(self):
        def mutated(channel):
            data = bytearray(GREETING + ready(PEER_OF[channel]) + message([b"a", b"b"]))
            for _ in range(self.random.randrange(1, 6)):
                data[self.random.randrange(len(data))] = self.random.randrange(256)
            return bytes(data[: self.random.randrange(len(data)) if self.random.random() < 0.3 else None])

        self.each_channel([mutated] * ROUNDS)

    def test_a_peer_of_the_wrong_kind(self):
        for channel in CHANNELS:
            for kind in ("PUSH", "PULL", "PAIR", "", "NOSUCH", "D" * 300):
                self.closes(GREETING + ready(kind), channel)

    def test_commands_before_and_after_the_handshake(self):
        nonsense = [
            command(b"ERROR", b"\x04oops"), command(b"PING", b""), command(b"PING", b"\x00\x0a" + b"c" * 200),
            command(b"PONG"), command(b"NOSUCH", bytes(100)), command(b"SUBSCRIBE", b"x" * 300), command(b"CANCEL", b"y"),
            command(b"READY", properties(Socket_Type=b"DEALER")), frame(b"", COMMAND), frame(b"\xff", COMMAND),
            frame(b"\x05READ", COMMAND), frame(b"\x05READY\xff", COMMAND),
            frame(b"\x05READY\x0bSocket-Type\xff\xff\xff\xffDEALER", COMMAND),
            frame(b"\x05READY\x0bSocket-Type\x7f\xff\xff\xffDEALER", COMMAND), frame(b"x", COMMAND | MORE),
        ]
        self.each_channel([GREETING + data for data in nonsense])
        self.each_channel([lambda c, d=data: GREETING + ready(PEER_OF[c]) + d for data in nonsense])

    def test_frames_that_announce_more_than_there_is(self):
        for length in (1 << 63, (1 << 64) - 1, (1 << 63) - 1, 1 << 40, 1 << 31, (1 << 31) - 1):
            for channel in CHANNELS:
                for flags in (LONG, LONG | MORE, LONG | COMMAND):
                    self.closes(GREETING + ready(PEER_OF[channel]) + struct.pack(">BQ", flags, length) + b"x", channel)

    def test_announced_lengths_alone_take_no_memory(self):
        before = self.kernel.megabytes()
        waiting = []
        for _ in range(100):
            connection = joined(self.kernel.endpoint("shell"), "shell")
            connection.sendall(struct.pack(">BQ", LONG, 60 << 20) + b"x" * 1000)
            waiting.append(connection)
        self.kernel.client.listen(0.5)
        grown = self.kernel.megabytes() - before
        for connection in waiting:
            connection.close()
        self.assertLess(grown, 200)

    def test_frames_without_end_and_reserved_flags(self):
        for channel in CHANNELS:
            self.closes(GREETING + ready(PEER_OF[channel]) + frame(b"", MORE) * 100_000, channel)
            for flags in (8, 16, 128, 255):
                self.closes(GREETING + ready(PEER_OF[channel]) + bytes([flags, 1, 0]), channel)

    def test_messages_with_no_parts_and_empty_parts(self):
        parts = [[], [b""], [b"", b""], [b""] * 50, [b"", DELIMITER], [DELIMITER], [DELIMITER] * 7, [b"\0" * 200]]
        self.each_channel([lambda c, p=p: GREETING + ready(PEER_OF[c]) + message(p) for p in parts])

    def test_bytes_that_trickle_in(self):
        key = self.kernel.manager.session.key
        request = self.signed(key, "kernel_info_request", {})
        data = GREETING + ready("DEALER", b"slow") + message(request)
        with connect(self.kernel.endpoint("shell")) as connection:
            for byte in data:
                connection.sendall(bytes([byte]))
            answer = b""
            while b"kernel_info_reply" not in answer:
                answer += connection.recv(65536)
        self.assertIn(b"implementation", answer)

    def test_random_frames_after_the_handshake(self):
        def frames(channel):
            data = b""
            for _ in range(self.random.randrange(1, 8)):
                body = self.random.randbytes(self.random.choice([0, 1, 5, 255, 256, 5000]))
                data += frame(body, self.random.choice([0, 0, MORE, MORE, COMMAND]))
            return GREETING + ready(PEER_OF[channel]) + data

        self.each_channel([frames] * ROUNDS)

    def test_subscriptions_without_number_and_measure(self):
        for topic in (b"", b"x" * 60_000, b"\xff\xfe"):
            self.throw("iopub", GREETING + ready("SUB") + message([b"\x01" + topic]) + message([b"\x00" + topic]))
        many = b"".join(message([b"\x01" + str(i).encode()]) for i in range(5000))
        self.throw("iopub", GREETING + ready("SUB") + many)

    def test_peers_that_choose_the_name_of_another(self):
        session = self.kernel.client.kc.session.bsession
        for name in (session, b"\0" * 5, b"x" * 255, b"x" * 256, b"\0\0\0\0\1"):
            self.throw("shell", GREETING + ready("DEALER", name), then_wait=True)

    # ---- messages ----

    @staticmethod
    def sign(key, parts):
        return hmac.new(key, b"".join(parts), hashlib.sha256).hexdigest().encode()

    def signed(self, key, kind, content, header=None, signature=None):
        parts = [
            header if isinstance(header, bytes) else json.dumps(header or self.header(kind)).encode(),
            b"{}", b"{}",
            content if isinstance(content, bytes) else json.dumps(content).encode(),
        ]
        return [DELIMITER, self.sign(key, parts) if signature is None else signature, *parts]

    def header(self, kind):
        return {"msg_id": uuid.UUID(int=self.random.getrandbits(128)).hex, "msg_type": kind, "username": "fuzz",
                "session": "fuzz", "date": "2025-01-01T00:00:00Z", "version": "5.4"}

    def send_all(self, messages, channels=("shell", "control", "stdin")):
        for channel in channels:
            for parts in messages:
                with joined(self.kernel.endpoint(channel), channel) as connection:
                    try:
                        connection.sendall(message(parts))
                        # Something valid behind it, whose answer says that the message was dealt with.
                        if channel != "stdin":
                            connection.sendall(message(self.signed(self.key, "kernel_info_request", {})))
                            answer = b""
                            while b"kernel_info_reply" not in answer:
                                more = connection.recv(65536)
                                if not more:
                                    break
                                answer = answer[-100:] + more
                    except ConnectionError:
                        pass

    @property
    def key(self):
        return self.kernel.manager.session.key

    def ran(self):
        """How many cells the fuzz has run."""
        return int(self.kernel.client.run("ran", 20).value)

    def test_messages_that_nobody_may_send_run_nothing(self):
        self.kernel.client.run("int ran = 0;")
        content = {"code": "ran++;", "silent": False}
        good = self.signed(self.key, "execute_request", content)
        self.send_all([
            self.signed(self.key, "execute_request", content, signature=b"0" * 64),
            self.signed(self.key, "execute_request", content, signature=b""),
            self.signed(b"another key", "execute_request", content),
            [*good[:5], good[5].replace(b"ran++", b"ran--")],
            good[:5], [good[0], *good[2:]], good[1:], [b"IDS|MSG", *good[1:]],
            [good[0], good[1].upper(), *good[2:]],
        ], ("shell",))
        self.assertEqual(self.ran(), 0)

    def test_a_message_that_comes_again_runs_once(self):
        self.kernel.client.run("int ran = 0;")
        good = self.signed(self.key, "execute_request", {"code": "ran++;"})
        self.send_all([good] * 5, ("shell",))
        self.kernel.client.listen(0.3)
        self.assertEqual(self.ran(), 1)

    def test_json_that_is_none_or_of_the_wrong_shape(self):
        deep = b"[" * 100_000
        shapes = [b"", b"{", b"null", b"[]", b"1", b'"text"', b"{]", b"\xff\xfe", b"{\"a\":}", b"{" * 5000, deep,
                  b'{"code": ' + deep + b"}", b'{"code": ' + b'{"a":' * 150 + b"1" + b"}" * 151, b'{"code": 1e999999999}',
                  b'{"code": ' + b"9" * 100_000 + b"}", b'{"code": "\\ud800"}', b'{"code": "a", "code": "b"}']
        for kind in ("execute_request", "complete_request", "nosuch_request"):
            self.send_all([self.signed(self.key, kind, shape) for shape in shapes], ("shell", "control"))
        self.send_all([self.signed(self.key, "", {}, header=shape) for shape in shapes])

    WRONG = [None, True, 5, -1, 1 << 70, 1.5, "", "text", [], ["a"], {}, {"a": {"b": []}}, "\0", "𝄞" * 50, "(" * 300]
    FIELDS = {
        "execute_request": ["code", "silent", "store_history", "user_expressions", "allow_stdin", "stop_on_error"],
        "complete_request": ["code", "cursor_pos"],
        "inspect_request": ["code", "cursor_pos", "detail_level"],
        "is_complete_request": ["code"],
        "history_request": ["hist_access_type", "session", "start", "stop", "n", "pattern", "unique", "output", "raw"],
        "comm_open": ["comm_id", "target_name", "data"],
        "comm_msg": ["comm_id", "data"],
        "comm_close": ["comm_id", "data"],
        "comm_info_request": ["target_name"],
        "kernel_info_request": ["x"],
        "debug_request": ["type", "seq", "command", "arguments"],
        "input_reply": ["value", "status"],
        "nosuch_request": ["x"],
        "nosuch": ["x"],
    }

    def test_fields_of_the_wrong_type(self):
        messages = []
        for kind, fields in self.FIELDS.items():
            messages.append(self.signed(self.key, kind, {}))
            for _ in range(ROUNDS // 6):
                content = {field: self.random.choice(self.WRONG) for field in fields if self.random.random() < 0.8}
                messages.append(self.signed(self.key, kind, content))
        self.send_all(messages)

    def test_cursors_anywhere_and_code_of_any_characters(self):
        messages = []
        for _ in range(ROUNDS):
            code = "".join(self.random.choice('abc.(){}[]"\'\\/*%@;<> \n\t𝄞é\0\u2028int new class var ') for _ in range(30))
            kind = self.random.choice(["complete_request", "inspect_request", "is_complete_request", "execute_request"])
            content = {"code": code, "cursor_pos": self.random.randrange(-3, 40), "detail_level": 1, "silent": True,
                       "stop_on_error": False}
            messages.append(self.signed(self.key, kind, content))
        self.send_all(messages, ("shell",))

    def test_mutated_messages(self):
        messages = []
        for _ in range(ROUNDS * 2):
            kind = self.random.choice(list(self.FIELDS))
            parts = self.signed(self.key, kind, {"code": "1 + 1"})
            for _ in range(self.random.randrange(1, 4)):
                at = self.random.randrange(len(parts))
                choice = self.random.random()
                if choice < 0.3 and len(parts) > 1:
                    del parts[at]
                elif choice < 0.5:
                    parts.insert(at, self.random.randbytes(8))
                elif parts[at]:
                    data = bytearray(parts[at])
                    data[self.random.randrange(len(data))] = self.random.randrange(256)
                    parts[at] = bytes(data)
            if len(parts) >= 6 and self.random.random() < 0.5:  # half of them signed as they are now
                parts[1] = self.sign(self.key, parts[2:6])
            messages.append(parts)
        self.send_all(messages)

    def test_twenty_thousand_bad_signatures_leave_few_lines(self):
        bad = message(self.signed(self.key, "execute_request", {"code": "1"}, signature=b"0" * 64))
        with joined(self.kernel.endpoint("shell"), "shell") as connection:
            for _ in range(20):
                connection.sendall(bad * 1000)
        self.kernel.client.listen(0.5)


if __name__ == "__main__":
    unittest.main()
