"""ZeroMQ's wire protocol (ZMTP 3.0) byte by byte, for tests that have to break it."""
import socket
import struct

MORE, LONG, COMMAND = 1, 2, 4
GREETING = b"\xff" + bytes(8) + b"\x7f\x03\x00" + b"NULL".ljust(20, b"\0") + b"\0" + bytes(31)
assert len(GREETING) == 64
PEER_OF = {"shell": "DEALER", "control": "DEALER", "stdin": "DEALER", "iopub": "SUB", "hb": "REQ"}


def frame(body, flags=0):
    if len(body) > 255:
        return struct.pack(">BQ", flags | LONG, len(body)) + body
    return bytes([flags, len(body)]) + body


def message(parts):
    return b"".join(frame(part, MORE if i < len(parts) - 1 else 0) for i, part in enumerate(parts))


def command(name, data=b""):
    return frame(bytes([len(name)]) + name + data, COMMAND)


def properties(**values):
    data = b""
    for name, value in values.items():
        name = name.replace("_", "-").encode()
        data += bytes([len(name)]) + name + struct.pack(">I", len(value)) + value
    return data


def ready(kind, identity=b""):
    return command(b"READY", properties(Socket_Type=kind.encode(), Identity=identity))


def connect(address):
    connection = socket.create_connection(address, timeout=5)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connection


def joined(address, channel, identity=b""):
    """A connection past its handshake."""
    connection = connect(address)
    connection.sendall(GREETING + ready(PEER_OF[channel], identity))
    return connection
