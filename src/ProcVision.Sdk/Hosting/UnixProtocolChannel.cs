using System.Runtime.InteropServices;

namespace ProcVision.Hosting;

/// <summary>Linux and macOS: blocking <c>read</c> and <c>write</c> on duplicates that child processes do not inherit.</summary>
internal sealed partial class UnixProtocolChannel : ProtocolChannel
{
    private const int Interrupted = 4;
    private const int BrokenPipe = 32;
    private const int ReadOnlyAccess = 0;
    private const short PollIn = 1;
    private const short PollOut = 4;

    private readonly int _input;
    private readonly int _output;

    private UnixProtocolChannel(int input, int output)
    {
        _input = input;
        _output = output;
    }

    // EAGAIN and F_DUPFD_CLOEXEC are the two numbers in which the systems differ.
    private static int TryAgain => OperatingSystem.IsMacOS() ? 35 : 11;

    private static int DuplicateCloseOnExec => OperatingSystem.IsMacOS() ? 67 : 1030;

    internal static new UnixProtocolChannel Claim()
    {
        // Duplicates start at 3, so that neither lands on a closed 0, 1 or 2.
        var input = fcntl(0, DuplicateCloseOnExec, 3);
        if (input < 0)
        {
            throw Failure("standard input cannot be used: start the algorithm with a pipe on it");
        }

        var output = fcntl(1, DuplicateCloseOnExec, 3);
        if (output < 0)
        {
            throw Failure("standard output cannot be used: start the algorithm with a pipe on it");
        }

        var nothing = open("/dev/null", ReadOnlyAccess);
        if (nothing < 0 || dup2(nothing, 0) < 0)
        {
            throw Failure("/dev/null cannot be put in place of standard input");
        }

        if (nothing != 0)
        {
            _ = close(nothing);
        }

        // A process without stderr still may not print into frames: then fd 1 is closed.
        if (dup2(2, 1) < 0)
        {
            _ = close(1);
        }

        return new UnixProtocolChannel(input, output);
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        while (true)
        {
            var count = read(_input, ref MemoryMarshal.GetReference(buffer), buffer.Length);
            if (count >= 0)
            {
                return (int)count;
            }

            WaitOrThrow(_input, PollIn, "reading standard input failed");
        }
    }

    /// <inheritdoc/>
    protected override int Write(ReadOnlySpan<byte> bytes)
    {
        while (true)
        {
            var count = write(_output, ref MemoryMarshal.GetReference(bytes), bytes.Length);
            if (count >= 0)
            {
                return (int)count;
            }

            if (Marshal.GetLastPInvokeError() == BrokenPipe)
            {
                return -1;
            }

            WaitOrThrow(_output, PollOut, "writing standard output failed");
        }
    }

    /// <summary>After a signal: nothing to do. A host may have made its end non-blocking, which is then ours as well: wait.</summary>
    private static void WaitOrThrow(int descriptor, short events, string what)
    {
        var error = Marshal.GetLastPInvokeError();
        if (error == TryAgain)
        {
            var wait = new Poll { Descriptor = descriptor, Events = events };
            _ = poll(ref wait, 1, -1);
        }
        else if (error != Interrupted)
        {
            throw Failure(what);
        }
    }

    private static IOException Failure(string what) => new($"{what} ({Marshal.GetLastPInvokeErrorMessage()})");

    [StructLayout(LayoutKind.Sequential)]
    private struct Poll
    {
        internal int Descriptor;
        internal short Events;
        internal short Returned;
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fcntl(int descriptor, int command, int argument);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int dup2(int from, int to);

    [LibraryImport("libc")]
    private static partial int close(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint read(int descriptor, ref byte buffer, nint count);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint write(int descriptor, ref byte buffer, nint count);

    [LibraryImport("libc")]
    private static partial int poll(ref Poll wait, nuint count, int milliseconds);
}
