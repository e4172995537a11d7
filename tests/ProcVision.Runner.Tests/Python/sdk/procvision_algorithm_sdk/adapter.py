"""Profile A of today's adapter as it shows itself on the wire. The numbers are those of the conformance list.

Its defects are there unless TEST_MENDED names them ("532 537"), so that a test can show what a mended SDK would be to the same Runner.
"""
import importlib
import json
import os
import struct
import sys
import time


MENDED = os.environ.get("TEST_MENDED", "").split()


class Session:
    def __init__(self, data):
        self.id, self.context, self._state = data.get("id"), data.get("context", {}), {}

    def get(self, key, default=None):
        return self._state.get(key, default)

    def set(self, key, value):
        json.dumps(value)
        self._state[key] = value


def send(**frame):
    frame["timestamp_ms"] = int(time.time() * 1000)
    body = json.dumps(frame, ensure_ascii=False).encode()
    sys.stdout.buffer.write(struct.pack(">I", len(body)) + body)
    sys.stdout.buffer.flush()


def receive():
    header = sys.stdin.buffer.read(4)
    if len(header) < 4:
        return None
    length = struct.unpack(">I", header)[0]
    if length > 2 << 20 and "536" in MENDED:
        fail(None, "1000", f"a frame of {length} bytes")
        return None
    body = sys.stdin.buffer.read(length)  # 536: waits for four gigabytes, for ever
    try:
        return json.loads(body)
    except ValueError:  # 267, 534: whatever is wrong with a frame ends the process in silence.
        if "534" in MENDED:
            fail(None, "1000", "invalid json")
        return None


def fail(request_id, code, message):
    send(type="error", request_id=request_id, status="ERROR", message=message, error_code=code)


def call(algorithm, frame):
    data = frame.get("data", {})
    field = lambda name, default=None: data.get(name, frame.get(name, default))  # 266
    phase, step = field("phase"), field("step_index") or 1
    if phase == "info":  # 295
        return send(type="result", request_id=frame.get("request_id"), status="OK", message="", data={"phase": "info", "step_index": 0, "info": algorithm.get_info()})
    # C1: a new session for every call.
    arguments = (step, field("pid"), Session(field("session", {})), field("user_params", {}), field("shared_mem_id"), field("image_meta", {}))
    if phase not in ("pre", "execute") and "537" in MENDED:
        return fail(frame.get("request_id"), "1000", f"unknown phase {phase}")
    result = (algorithm.pre_execute if phase == "pre" else algorithm.execute)(*arguments)  # 270, 537: any other phase is execute
    if not isinstance(result, dict):
        return fail(frame.get("request_id"), "1000", f"invalid {phase} return")
    # 165, 166: no status is OK, and the code is dropped.
    send(type="result", request_id=frame.get("request_id"), status=result.get("status", "OK"), message=result.get("message", ""),
         data={"phase": phase, "step_index": step, **result.get("data", {})})


def load():
    """The algorithm; None when there is none, and then that has been said."""
    entry = sys.argv[sys.argv.index("--entry") + 1]
    module, name = entry.split(":")
    sys.path.insert(0, os.getcwd())
    try:
        return getattr(importlib.import_module(module), name)()
    except (ImportError, AttributeError) as e:
        fail(None, "1004" if isinstance(e, AttributeError) else "1000", f"entry_point not found: {e}")
        return None


def hello():
    send(type="hello", sdk_version="0.0.7", capabilities=["ping", "call", "shutdown", "shared_memory:v1", "info", "setup", "teardown", "reset"])


def main():
    if "533" not in MENDED:  # 278, 533: hello comes first, and the end is orderly.
        hello()
    if (algorithm := load()) is None:
        sys.exit(1 if "533" in MENDED else 0)
    try:
        algorithm.setup()
    except Exception as e:  # 74, 532
        if "532" in MENDED:
            fail(None, "1003", f"setup: {e}")
            sys.exit(1)
    if "533" in MENDED:
        hello()
    while (frame := receive()) is not None:
        kind = frame.get("type")  # 535: a list ends in a traceback
        if kind == "ping":  # 289: only between calls
            send(type="pong", request_id=frame.get("request_id"), status="OK")
        elif kind == "call":
            try:
                call(algorithm, frame)
            except Exception as e:  # 81, 542
                fail(frame.get("request_id"), "1009", str(e))
        elif kind == "shutdown":
            send(type="shutdown", status="OK")
            return
        elif "538" in MENDED:
            fail(frame.get("request_id"), "1000", f"unknown type {kind}")


main()
