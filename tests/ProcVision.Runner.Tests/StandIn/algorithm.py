"""An algorithm process as seen from the wire, with switches for everything one can do wrong.

A test double of the other side only: it knows nothing of the Runner but the protocol (conformance 258-308).
Usage: algorithm.py [--do BEHAVIOUR] [--record FILE] [--sdk's own arguments ...]
BEHAVIOUR is one of the names below; FILE gets every frame that came in, one per line, and the pids of what was started.
"""
import json
import mmap
import os
import re
import signal
import struct
import subprocess
import sys
import time

ARGS = sys.argv[1:]
DO = ARGS[ARGS.index("--do") + 1] if "--do" in ARGS else "ok"
RECORD = ARGS[ARGS.index("--record") + 1] if "--record" in ARGS else os.devnull


def record(entry):
    with open(RECORD, "a", encoding="utf-8") as file:
        file.write(json.dumps(entry) + "\n")


def send_bytes(body, length=None):
    os.write(1, struct.pack(">I", len(body) if length is None else length) + body[:60000])
    for start in range(60000, len(body), 60000):
        os.write(1, body[start:start + 60000])


def send(**frame):
    frame["timestamp_ms"] = int(time.time() * 1000)
    send_bytes(json.dumps(frame, ensure_ascii=False).encode())


def receive():
    header = sys.stdin.buffer.read(4)
    if len(header) < 4:
        return None
    frame = json.loads(sys.stdin.buffer.read(struct.unpack(">I", header)[0]))
    record(frame)
    return frame


def sleep_forever():
    while True:
        time.sleep(60)


def start_grandchild():
    """A process of its own session whose parent is gone: no walk from parent to child finds it. It holds our stdout and stderr open."""
    read_end, write_end = os.pipe()
    os.set_inheritable(write_end, True)
    code = f"import os,subprocess; p=subprocess.Popen(['sleep','600'],start_new_session=True); os.write({write_end},str(p.pid).encode())"
    subprocess.run([sys.executable, "-c", code], close_fds=False, check=True)
    record({"grandchild": int(os.read(read_end, 20))})


def picture_bytes(data):
    name = re.sub(r"[^a-zA-Z0-9._-]", "_", data["shared_mem_id"]) + ".bin"
    with open(os.path.join(os.environ["PROC_SHM_DIR"], name), "rb") as file:
        return len(file.read())


def answer(call, status="OK", message="", request_id=True, **data):
    asked = call["data"]
    frame = {"type": "result", "status": status, "message": message,
             "data": {"phase": asked["phase"], "step_index": asked["step_index"], **data}}
    if request_id:
        frame["request_id"] = call["request_id"] if request_id is True else request_id
    if status == "ERROR":
        frame["error_code"] = data.get("error_code", "9999")
    send(**frame)


def pre_ok(call):
    answer(call, message="光照检查通过", debug={"image_bytes": picture_bytes(call["data"])})


def execute_ok(call):
    answer(call, result_status="OK", defect_rects=[], debug={"image_bytes": picture_bytes(call["data"])})


def pre_error(call):
    answer(call, "ERROR", "光照不足: 35.2 < 50.0", error_code="1006")


def ng(call):
    answer(call, result_status="NG", ng_reason="缺少1个零件",
           defect_rects=[{"x": 1, "y": 2, "width": 3, "height": 4, "label": "空位", "score": 0.9}],
           position_rects=[{"x": 10, "y": 20, "width": 30, "height": 40, "label": "零件", "score": 0.8}])


def many_defects(call):
    rect = {"x": 1, "y": 2, "width": 3, "height": 4, "label": "d", "score": 0.5}
    answer(call, result_status="NG", ng_reason="很多", defect_rects=[rect] * 25, extra="kept")


def flood(call):
    line = b"x" * 99 + b"\n"
    for _ in range(100_000):
        os.write(2, line)
    execute_ok(call)


def hang(call):
    sleep_forever()


def hang_and_ignore_sigterm(call):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sleep_forever()


def die_with_grandchild(call):
    start_grandchild()
    os._exit(7)


def error_frame_null_id(call):
    send(type="error", request_id=None, status="ERROR", message="execute_exception", error_code="1009")


def hostile(call):
    """Texts and rectangles that want to break whoever shows them."""
    text = "<script>document.title='broken'</script><img src=x onerror=document.title='broken'>\"'--></style>]]>&amp;\u202egnp.exe\u0000\u0007\r\n"
    sys.stderr.write(json.dumps({"level": "warn", "timestamp_ms": 1e300, "message": text}, ensure_ascii=False) + "\n" + "x" * 100_000 + "\n")
    sys.stderr.flush()
    answer(call, message=text, result_status="NG", ng_reason=text,
           defect_rects=[{"x": 10, "y": 10, "width": 20, "height": 20, "label": text, "score": 1e300}, {"box_coords": [40.5, 20.25, 60.75, 30.5], "label": "corners"},
                         {"x": -10, "y": 90, "width": 30.5, "height": 1e9, "label": "over the edge"}, {"x": 500, "y": 1, "width": 1, "height": 1},
                         {"x": 1, "y": 1, "width": -5, "height": 5}, {"x": 1, "y": "2", "width": 3}, {"box_coords": [1, 2, 3]}, "rect", None, [1, 2, 3, 4]],
           position_rects=[{"x": 70, "y": 50, "width": 1, "height": 1, "label": "tiny", "score": "0.5"}, {"x": 0, "y": 0, "width": 120, "height": 100, "label": "x" * 100_000}],
           debug={text: text, "deep": {"deeper": [[[text]]]}, "long": "y" * 100_000}, extra={"x": text})


def hostile_texts(call):
    """The texts alone, in an answer that holds."""
    text = "<script>document.title='broken'</script><img src=x onerror=document.title='broken'>\"'--></style>]]>&amp;\u202egnp.exe\u0000\u0007\r\n"
    answer(call, message=text, result_status="NG", ng_reason=text, debug={text: text}, extra={"x": text},
           defect_rects=[{"x": 10, "y": 10, "width": 20, "height": 20, "label": text, "score": 1e300}])


def calibrated(call):
    answer(call, message="标定通过", calibration_rects=[{"x": 90, "y": 60, "width": 20, "height": 30, "label": "标定板"}])


def region_of(call):
    """The shared region of a call, as docs/session-format.md has it, and its generation."""
    region = call["data"]["session"]["state_region"]
    with open("/dev/shm/" + region["name"], "r+b") as file:
        memory = mmap.mmap(file.fileno(), 0)
    assert memory[:12] == b"PVSTATE\0" + struct.pack("<I", 1), memory[:12]
    assert struct.unpack_from("<Q", memory, 16)[0] == region["generation"] | 1 << 32, "another generation"
    return memory, region["generation"]


def store_int(call, key, value):
    """The first keyed value of a session: a directory of one chunk, and behind it the key."""
    memory, generation = region_of(call)
    chunk, entries = 16384, 32
    key_at = chunk + 16 + entries * 80
    memory[chunk:key_at] = bytes(key_at - chunk)
    memory[key_at:key_at + len(key)] = key
    struct.pack_into("<QII", memory, chunk, 0, entries, 0)
    struct.pack_into("<IHBBi", memory, chunk + 16 + 16, key_at, len(key), KIND_INT32, 0, value)
    struct.pack_into("<Q", memory, chunk + 16, 2 | 1 << 2 | generation << 40)
    struct.pack_into("<Q", memory, 32, generation << 40 | chunk)


def region_then(after):
    def execute(call):
        store_int(call, b"count", call["data"]["step_index"] * 7)
        after(call)
    return execute


def region_destroyed(call):
    memory, _ = region_of(call)
    memory[0:8] = b"garbage!"
    execute_ok(call)


def log(call):
    """A line of its own making, one of an SDK that says what it belongs to, and one that does not."""
    lines = ["loading\n", json.dumps({"level": "warn", "timestamp_ms": 1714032000123, "message": "暗", "light": 35.5, "session_id": "session-of-its-own", "step_index": 7}) + "\n",
             json.dumps({"level": "INFO", "message": "看了"}) + "\n"]
    sys.stderr.write("".join(lines))
    sys.stderr.flush()
    execute_ok(call)


def die_once(call):
    try:
        os.close(os.open(os.path.join(os.environ["PROC_ALGO_ROOT"], "died"), os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return execute_ok(call)
    sys.stderr.write("Traceback: once\n")
    sys.stderr.flush()
    os._exit(7)


def stray_error(call):
    """Says something beside its answer; the next call kills it."""
    if os.path.exists(os.path.join(os.environ["PROC_ALGO_ROOT"], "strayed")):
        os.kill(os.getpid(), signal.SIGKILL)
    open(os.path.join(os.environ["PROC_ALGO_ROOT"], "strayed"), "w").close()
    send(type="error", request_id="r-nobody", status="ERROR", message="the lamp is old", error_code="1009")
    execute_ok(call)


def rects(call):
    """The data that the test has put into the parameters."""
    answer(call, **call["data"]["user_params"])


KIND_INT32 = 7

EXECUTE = {
    "region": region_then(execute_ok),
    "region-then-error": region_then(lambda call: answer(call, "ERROR", "未找到料盘", error_code="1003")),
    "region-then-die": region_then(lambda call: os.kill(os.getpid(), signal.SIGKILL)),
    "region-then-hang": region_then(hang),
    "region-destroyed": region_destroyed,
    "calibrated": ng,
    "log": log,
    "die-once": die_once,
    "stray-error": stray_error,
    "hostile": hostile,
    "hostile-texts": hostile_texts,
    "ng": ng,
    "many-defects": many_defects,
    "flood-stderr": flood,
    "hang": hang,
    "hang-and-ignore-sigterm": hang_and_ignore_sigterm,
    "hang-with-grandchild": hang,
    "die-with-grandchild": die_with_grandchild,
    "die": lambda call: (sys.stderr.write("Traceback: boom\n"), sys.stderr.flush(), os._exit(7)),
    "die-by-signal": lambda call: os.kill(os.getpid(), signal.SIGKILL),
    "error": lambda call: answer(call, "ERROR", "未找到料盘", error_code="1003"),
    "session-after-error": lambda call: answer(call, "ERROR", "未找到料盘", error_code="1003"),
    "session-after-death": lambda call: os._exit(7),
    "wrong-id": lambda call: (answer(call, "ERROR", "stale", request_id="r-stale"), execute_ok(call)),
    "only-wrong-id": lambda call: answer(call, result_status="OK", defect_rects=[], request_id="r-stale"),
    "no-id": lambda call: answer(call, result_status="OK", defect_rects=[], request_id=None),
    "error-frame-null-id": error_frame_null_id,
    "frame-over-2-mib": lambda call: answer(call, result_status="OK", defect_rects=[], blob="x" * (3 << 20)),
    "length-of-4-gib": lambda call: send_bytes(b"{}", 0xFFFFFFFF),
    "empty-frame": lambda call: send_bytes(b""),
    "invalid-json": lambda call: send_bytes(b'{"type":"result",'),
    "two-values": lambda call: send_bytes(b'{"type":"result"} {}'),
    "array-frame": lambda call: send_bytes(b"[1,2]"),
    "invalid-utf8": lambda call: send_bytes(b'{"type":"result","message":"\xff\xfe"}'),
    "lone-surrogate": lambda call: send_bytes(b'{"type":"result","message":"\\ud800"}'),
    "text-on-stdout": lambda call: os.write(1, "hello, I found 3 parts 零件\n".encode()),
    "no-status": lambda call: send(type="result", request_id=call["request_id"], message="", data={"result_status": "OK"}),
    "status-ng": lambda call: answer(call, "NG", "不合格"),
    "no-data": lambda call: send(type="result", request_id=call["request_id"], status="OK", message=""),
    "no-verdict": lambda call: answer(call),
    "ng-without-reason": lambda call: answer(call, result_status="NG", defect_rects=[]),
    "ng-without-defects": lambda call: answer(call, result_status="NG", ng_reason="坏"),
    "error-without-message": lambda call: send(type="result", request_id=call["request_id"], status="ERROR", message=" ", error_code="1003", data=None),
    "error-with-a-list": lambda call: send(type="result", request_id=call["request_id"], status="ERROR", message=["tray", 3], error_code="1003"),
    "rects": rects,
    "close-stdout": lambda call: (os.close(1), sleep_forever()),
}

def session_values(call):
    values = [{"key": "tray", "type": "Rect?", "value": {"x": 1, "y": 2, "width": 3, "height": 4}}, {"key": "note", "type": "string", "value": None}]
    send(type="result", request_id=call["request_id"], status="OK", message="",
         data={"phase": "session", "step_index": 0, "session": {"id": call["data"]["session"]["id"], "values": values}})


SESSION = {
    "session-error": lambda call: send(type="result", request_id=call["request_id"], status="ERROR", message="结果过大", error_code="1000", data={}),
    "session-no-values": lambda call: send(type="result", request_id=call["request_id"], status="OK", message="", data={"session": []}),
    "session-half-a-value": lambda call: send(type="result", request_id=call["request_id"], status="OK", message="",
                                              data={"session": {"values": [{"key": "a", "type": "int", "value": 1}, {"key": 7}]}}),
    "session-text-on-stdout": lambda call: os.write(1, "printed\n".encode()),
    "session-hang": hang,
    "session-die": lambda call: os._exit(7),
}

PRE = {
    "calibrated": calibrated,
    "pre-error": pre_error,
    "pre-hang": hang,
    "rects": lambda call: answer(call, message="ok", **call["data"]["user_params"]),
    "pre-without-message": lambda call: send(type="result", request_id=call["request_id"], status="OK"),
    "pre-with-verdict": lambda call: answer(call, message="ok", result_status="OK"),
}


def send_info(call, info):
    send(type="result", request_id=call["request_id"], status="OK", message="", data={"phase": "info", "step_index": 0, **info})


def info_ok(call):
    send_info(call, {"info": {
        "name": "Screw_Check", "version": "1.2", "supported_pids": ["p001", "p002"],
        "steps": [{"index": 1, "name": "定位", "params": [{"key": "roi", "type": "rect", "required": True},
                                                       {"key": "exposure", "type": "float", "min": 8, "max": 16, "default": 12.5, "unit": "ms"}]},
                  {"step_number": 2, "step_name": "检测", "operation_guide": "放好料盘", "params": []}]}})


def info_error(call):
    """As those do that know no info (C45)."""
    send(type="error", request_id=call["request_id"], status="ERROR", message="missing data", error_code="1000")


INFO = {
    "info": info_ok,
    "info-empty": lambda call: send_info(call, {}),
    "info-slow": lambda call: (time.sleep(1), info_ok(call)),
    "info-hang": hang,
    "info-die": lambda call: os._exit(7),
    "info-text-on-stdout": lambda call: os.write(1, "printed\n".encode()),
}


def hello():
    capabilities = ["ping", "call", "shutdown", "shared_memory:v1"]
    if DO == "deadline":
        capabilities.append("deadline:v1")
    if DO.startswith("session"):
        capabilities.append("session_values:v1")
    if DO.startswith("region"):
        capabilities.append("session_state:v1")
    send(type="hello", sdk_version="stand-in", capabilities=capabilities)


def before_hello():
    if DO == "silent":
        sleep_forever()
    elif DO == "text-before-hello":
        os.write(1, "loading model 模型 ...\n".encode())
    elif DO == "result-before-hello":
        send(type="result", request_id="r-1", status="OK", message="", data={})
    elif DO == "exit-before-hello":
        for number in range(60):
            sys.stderr.write(f"line {number}\n")
        sys.exit(3)
    elif DO == "error-before-hello":
        sys.stderr.write("model.onnx is missing\n")
        send(type="error", request_id=None, status="ERROR", message="模型不存在: model.onnx", error_code="1003")
        sys.exit(1)


def main():
    record({"argv": ARGS, "cwd": os.getcwd(), "environment": dict(os.environ), "pid": os.getpid()})
    before_hello()
    if DO in ("leave-grandchild", "hang-with-grandchild"):
        start_grandchild()
    hello()
    if DO == "error-after-hello":
        send(type="error", request_id=None, status="ERROR", message="entry_point not found", error_code="1004")
        sys.exit(0)
    if DO == "ignore-shutdown":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    if DO == "fail-late":
        time.sleep(0.5)
        send(type="error", request_id=None, status="ERROR", message="the model is not there", error_code="1003")
        time.sleep(0.3)
        sys.exit(0)
    if DO == "load-after-hello":
        time.sleep(1.5)
    if DO == "deaf":
        receive()
        sleep_forever()
    while (frame := receive()) is not None:
        kind = frame["type"]
        if kind == "ping" and DO != "no-pong":
            send(type="pong", request_id=None if DO == "pong-without-id" else frame.get("request_id"), status="OK")
        elif kind == "call":
            phase = frame.get("data", frame).get("phase")
            handlers, otherwise = {"pre": (PRE, pre_ok), "session": (SESSION, session_values), "info": (INFO, info_error)}.get(phase, (EXECUTE, execute_ok))
            handlers.get(DO, otherwise)(frame)
        elif kind == "shutdown" and DO == "ignore-shutdown":
            sleep_forever()
        elif kind == "shutdown":
            record({"teardown": True})
            send(type="shutdown", status="OK")
            break


main()
