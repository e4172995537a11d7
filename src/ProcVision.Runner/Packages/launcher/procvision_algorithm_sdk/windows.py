"""Runs the algorithm as a child on Windows, with this process's pipes and for as long as this process lives."""
import ctypes
import signal
import subprocess

KILL_ON_CLOSE = 0x2000
EXTENDED_LIMITS = 9


class BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""
    _fields_ = [
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    ]


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""
    _fields_ = [
        ("BasicLimitInformation", BasicLimits),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    ]


class Job:
    """
    Windows ends all processes of a job when its last handle is closed, and the only one is ours: however this process ends, by TerminateProcess
    too, the algorithm ends with it. This process is in the job itself, so that no moment lies between a child's start and its being in it.
    """

    def __init__(self):
        self._kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        self._kernel.CreateJobObjectW.restype = ctypes.c_void_p
        self._kernel.GetCurrentProcess.restype = ctypes.c_void_p
        self._job = ctypes.c_void_p(self._check(self._kernel.CreateJobObjectW(None, None)))
        self._limit(KILL_ON_CLOSE)
        self._check(self._kernel.AssignProcessToJobObject(self._job, ctypes.c_void_p(self._kernel.GetCurrentProcess())))

    def release(self):
        """From now on the end of this process ends no other: it is about to end by itself, with the algorithm's exit code."""
        self._limit(0)

    def _limit(self, flags):
        limits = ExtendedLimits()
        limits.BasicLimitInformation.LimitFlags = flags
        self._check(self._kernel.SetInformationJobObject(self._job, EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)))

    @staticmethod
    def _check(result):
        if not result:
            raise ctypes.WinError(ctypes.get_last_error())
        return result


def run(command, job):
    """Starts the algorithm, waits for its end and gives its exit code. OSError when it cannot be started."""
    # Ctrl-C reaches the algorithm as well; how it ends is its own matter, and this process reports it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        code = subprocess.Popen(command, stdin=0, stdout=1, stderr=2).wait()
    finally:
        if job:
            job.release()
    # An exit code has 32 bits without a sign; Python takes it with one.
    return code - (1 << 32) if code >= 1 << 31 else code
