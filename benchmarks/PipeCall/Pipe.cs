using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ProcVision.PipeCall;

/// <summary>Whole frames by bare system calls, with nothing between the clock and the kernel.</summary>
internal static partial class Pipe
{
    /// <summary>Reads one frame; its length with the header, 0 at the end of input.</summary>
    internal static int ReadFrame(int descriptor, byte[] buffer)
    {
        var have = 0;
        while (have < 4 || have < 4 + BinaryPrimitives.ReadInt32BigEndian(buffer))
        {
            var count = (int)read(descriptor, ref buffer[have], buffer.Length - have);
            if (count <= 0)
            {
                return 0;
            }

            have += count;
        }

        return have;
    }

    internal static void Write(int descriptor, byte[] frame)
    {
        if (write(descriptor, ref frame[0], frame.Length) != frame.Length)
        {
            throw new IOException("a pipe took only a part of a frame");
        }
    }

    /// <summary>Binds this process, and the children it will have, to one CPU.</summary>
    internal static void PinTo(int cpu)
    {
        var mask = 1L << cpu;
        if (sched_setaffinity(0, sizeof(long), ref mask) != 0)
        {
            throw new IOException($"cannot pin to CPU {cpu}: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint read(int descriptor, ref byte buffer, nint count);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint write(int descriptor, ref byte buffer, nint count);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int sched_setaffinity(int process, nint size, ref long mask);
}
