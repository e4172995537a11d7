"""Starts the native algorithm of a package in place of the Python SDK's adapter.

The platform runs ``python -m procvision_algorithm_sdk.adapter --entry X`` in the folder of manifest.json (conformance 511). There, the folder
``native/<system>-<processor>/`` holds what runs on this machine, for example ``native/linux-x64/``: the executable is the only file in it whose
name has no dot; on Windows the only ``.exe``.

Nothing is printed to stdout: from its first byte on it belongs to the algorithm's frames (conformance 513). Only modules that a start cannot do
without are imported: every one costs milliseconds.
"""
import os
import signal
import sys


class CannotStart(Exception):
    """Why there is no algorithm. The platform shows the last lines of stderr (conformance 516)."""


def main():
    try:
        root = find_root()
        command = [find_executable(os.path.join(root, "native"), platform_name())] + sys.argv[1:]
        # The algorithm looks for manifest.json and its assets there; beside its executable are none.
        os.environ["PROC_ALGO_ROOT"] = root
        if os.name == "nt":
            return stay(command)
        allow_execution(command[0])
        become(command)
    except (CannotStart, OSError) as reason:
        tell("无法启动算法: %s" % reason)
    return 1


def find_root():
    """The folder of manifest.json: PROC_ALGO_ROOT, else the working directory (conformance 310, 511)."""
    given = os.environ.get("PROC_ALGO_ROOT")
    places = [os.path.abspath(place) for place in (given, os.getcwd()) if place]
    for place in places:
        if os.path.isdir(os.path.join(place, "native")):
            return place
    raise CannotStart("算法包中没有 native 目录: %s；请重新打包或安装完整的算法包" % " 和 ".join(dict.fromkeys(places)))


def platform_name():
    """What a folder of executables is named after: linux-x64, linux-arm64, win-x64."""
    if os.name == "nt":
        # A 32-bit Python on a 64-bit Windows is told the truth by the first of these only.
        processor = os.environ.get("PROCESSOR_ARCHITEW6432") or os.environ.get("PROCESSOR_ARCHITECTURE", "")
        system = "win"
    else:
        names = os.uname()
        processor = names.machine
        system = names.sysname.lower()
    processor = processor.lower()
    return "%s-%s" % (system, {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64"}.get(processor, processor))


def find_executable(native, platform):
    folder = os.path.join(native, platform)
    if not os.path.isdir(folder):
        there = sorted(name for name in os.listdir(native) if os.path.isdir(os.path.join(native, name)))
        raise CannotStart("算法包不支持本机平台 %s，只有: %s；请安装含 %s 的算法包" % (platform, ", ".join(there) or "无", platform))
    found = sorted(name for name in os.listdir(folder) if is_executable_name(name) and os.path.isfile(os.path.join(folder, name)))
    if len(found) != 1:
        problem = "没有可执行文件" if not found else "有多个可执行文件: " + ", ".join(found)
        raise CannotStart("%s 中%s；请重新打包，每个平台目录只放一个" % (folder, problem))
    return os.path.join(folder, found[0])


def is_executable_name(name):
    return name.lower().endswith(".exe") if os.name == "nt" else "." not in name


def allow_execution(path):
    """Unpacking a zip loses the permission to execute (conformance 530)."""
    if os.access(path, os.X_OK):
        return
    try:
        mode = os.stat(path).st_mode
        os.chmod(path, mode | (mode & 0o444) >> 2)
    except OSError as error:
        raise CannotStart("%s 没有执行权限，也无法加上: %s；请运行 chmod +x" % (path, error.strerror))


def become(command):
    """Makes this process the algorithm: same process id, same pipes, signals and exit code, and no Python left."""
    for ignored in (signal.SIGPIPE, signal.SIGXFSZ):
        # Python ignores these; what is ignored would stay so in the algorithm and in what it starts.
        signal.signal(ignored, signal.SIG_DFL)
    try:
        os.execv(command[0], command)
    except OSError as error:
        raise CannotStart("%s: %s；可能是为其他平台编译的，或所在的磁盘不允许执行" % (command[0], error.strerror))


def stay(command):
    """On Windows no process can become another: this one waits, and takes the algorithm with it when it is ended."""
    from procvision_algorithm_sdk import windows
    try:
        job = windows.Job()
    except OSError as error:
        # The algorithm still ends with its input, only not as soon.
        tell("算法进程无法与本进程绑定: %s" % error)
        job = None
    try:
        return windows.run(command, job)
    except OSError as error:
        raise CannotStart("%s: %s" % (command[0], error))


def tell(text):
    try:
        os.write(2, ("procvision_algorithm_sdk.adapter: %s\n" % text).encode("utf-8", "backslashreplace"))
    except OSError:
        # Nobody reads it; the exit code still says that something was wrong.
        pass


if __name__ == "__main__":
    sys.exit(main())
