"""An algorithm process that counts in the Runner's memory and misbehaves as the parameter "do" of a call says, once per marker file or always.

Knows the protocol and docs/session-format.md, and nothing else of the project.
"""
import json
import mmap
import os
import signal
import struct
import subprocess
import sys
import time

CHUNK, ENTRIES, KIND_INT32 = 16384, 32, 7


def send(**frame):
    body = json.dumps(dict(frame, timestamp_ms=int(time.time() * 1000)), ensure_ascii=False).encode()
    os.write(1, struct.pack(">I", len(body)) + body)


def receive():
    header = sys.stdin.buffer.read(4)
    return json.loads(sys.stdin.buffer.read(struct.unpack(">I", header)[0])) if len(header) == 4 else None


def count(call):
    """One more than the session has; not crash-safe on purpose: what a kill leaves half written, the Runner has to put right."""
    region = call["data"]["session"]["state_region"]
    with open("/dev/shm/" + region["name"], "r+b") as file, mmap.mmap(file.fileno(), 0) as memory:
        generation = region["generation"]
        assert struct.unpack_from("<Q", memory, 16)[0] == generation | 1 << 32, "another generation"
        there = struct.unpack_from("<Q", memory, 32)[0] == generation << 40 | CHUNK
        value = (struct.unpack_from("<i", memory, CHUNK + 40)[0] if there else 0) + 1
        key_at = CHUNK + 16 + ENTRIES * 80
        memory[CHUNK:key_at] = bytes(key_at - CHUNK)
        memory[key_at:key_at + 5] = b"count"
        struct.pack_into("<QII", memory, CHUNK, 0, ENTRIES, 0)
        struct.pack_into("<IHBBi", memory, CHUNK + 32, key_at, 5, KIND_INT32, 0, value)
        struct.pack_into("<Q", memory, CHUNK + 16, 2 | 1 << 2 | generation << 40)
        struct.pack_into("<Q", memory, 32, generation << 40 | CHUNK)
        return value


def answer(call, value, request_id=True):
    data = {"phase": call["data"]["phase"], "step_index": call["data"]["step_index"], "debug": {"count": value}}
    if data["phase"] == "execute":
        data.update(result_status="OK", defect_rects=[])
    send(type="result", request_id=call["request_id"] if request_id is True else request_id, status="OK", message="ok", data=data)


def hang():
    while True:
        time.sleep(60)


def fork():
    """A process of its own session that holds our pipes open and lives on."""
    subprocess.Popen(["sleep", "600"], start_new_session=True, close_fds=False)


def ignore_sigterm():
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    hang()


MISDEEDS = {
    "crash": lambda call, value: os._exit(7),
    "kill itself": lambda call, value: os.kill(os.getpid(), signal.SIGKILL),
    "hang": lambda call, value: hang(),
    "ignore SIGTERM": lambda call, value: ignore_sigterm(),
    "print garbage": lambda call, value: (os.write(1, "找到 3 个零件\n".encode()), answer(call, value)),
    "broken JSON": lambda call, value: os.write(1, b"\0\0\0\5{\"a\":"),
    "answer late": lambda call, value: (time.sleep(3), answer(call, value)),
    "answer twice": lambda call, value: (answer(call, value), answer(call, value)),
    "answer for another": lambda call, value: answer(call, value, "r-other"),
    "answer for another first": lambda call, value: (answer(call, 99, "r-other"), answer(call, value)),
    "close stdout": lambda call, value: (os.close(1), hang()),
    "close stdin": lambda call, value: (os.close(0), answer(call, value), os._exit(0)),
    "fork and crash": lambda call, value: (fork(), os._exit(7)),
    "fork": lambda call, value: (fork(), answer(call, value)),
    "eat memory": lambda call, value: (bytearray(200 << 20), answer(call, value)),
    "flood stderr": lambda call, value: (sys.stderr.write("x" * 1_000_000 + "\n"), sys.stderr.flush(), answer(call, value)),
}


def is_due(params):
    """Whether to misbehave now: the file that "once" names says that it has been done."""
    if "do" not in params or params["phase"] != params["now"]:
        return False
    if not params.get("once"):
        return True
    try:
        os.close(os.open(params["once"], os.O_CREAT | os.O_EXCL))
        return True
    except FileExistsError:
        return False


def main():
    send(type="hello", sdk_version="chaos", capabilities=["ping", "call", "shutdown", "shared_memory:v1", "session_state:v1"])
    while (frame := receive()) is not None:
        if frame["type"] == "ping":
            send(type="pong", request_id=frame.get("request_id"), status="OK")
        elif frame.get("phase") == "info":
            send(type="error", request_id=frame["request_id"], status="ERROR", message="missing data", error_code="1000")
        elif frame["type"] == "call":
            value = count(frame)
            params = dict(frame["data"]["user_params"], now=frame["data"]["phase"])
            (MISDEEDS[params["do"]] if is_due(params) else answer)(frame, value)
        elif frame["type"] == "shutdown":
            send(type="shutdown", status="OK")
            break


main()
