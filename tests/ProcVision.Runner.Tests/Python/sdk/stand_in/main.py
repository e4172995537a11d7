"""An algorithm as authors write it for today's SDK; the parameter "do" says what a step does."""
import os
import re
import sys
import time


class Inspection:
    def setup(self):
        if os.environ.get("TEST_SETUP") == "throw":
            raise RuntimeError("model.onnx is missing")

    def get_info(self):
        return {"name": "stand-in", "version": "1.0", "supported_pids": ["p001"], "steps": [{"index": 1, "name": "检测", "params": [{"key": "exposure", "type": "float", "min": 8, "max": 16, "default": 12.5}]}]}

    def pre_execute(self, step_index, pid, session, user_params, shared_mem_id, image_meta):
        session.set("seen", True)
        return {"status": "OK", "message": "光照检查通过"}

    def execute(self, step_index, pid, session, user_params, shared_mem_id, image_meta):
        what = user_params.get("do", "ok")
        if what == "sleep":
            time.sleep(user_params["ms"] / 1000)
        elif what == "throw":
            raise ValueError("the lens is dirty")
        elif what == "error":
            return {"status": "ERROR", "message": "未找到料盘", "error_code": "1003"}
        elif what == "flood":
            sys.stderr.write("x" * 1_000_000)
        name = re.sub(r"[^a-zA-Z0-9._-]", "_", shared_mem_id) + ".bin"
        size = os.path.getsize(os.path.join(os.environ["PROC_SHM_DIR"], name))
        return {"status": "OK", "data": {"result_status": "OK", "defect_rects": [], "debug": {"image_bytes": size, "seen": session.get("seen", False)}}}
