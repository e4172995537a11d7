using System.Runtime.InteropServices;

namespace ProcVision.Hosting;

/// <summary>Linux and macOS: blocking <c>read</c> and <c>write</c> on duplicates that child processes do not inherit.</summary>
internal sealed partial class UnixProtocolChannel : ProtocolChannel
{
    private const int BrokenPipe = 32;
    private const int ReadAndWrite = 2;

    private readonly int _input;
    private readonly int _output;

    private UnixProtocolChannel(int input, int output)
    {
        _input = input;
        _output = output;
    }

    private static int ConnectionReset => OperatingSystem.IsMacOS() ? 54 : 104;

    private static int DuplicateCloseOnExec => OperatingSystem.IsMacOS() ? 67 : 1030;

    internal static new UnixProtocolChannel Claim()
    {
        // Duplicates start at 3, so that neither lands on a closed 0, 1 or 2.
        var input = UnixDescriptor.IsInherited(0) ? fcntl(0, DuplicateCloseOnExec, 3) : -1;
        var output = UnixDescriptor.IsInherited(1) ? fcntl(1, DuplicateCloseOnExec, 3) : -1;
        if (input < 0 || output < 0)
        {
            throw new IOException($"standard {(input < 0 ? "input" : "output")} is closed: start the algorithm with pipes on both");
        }

        var nothing = open("/dev/null", ReadAndWrite);
        if (nothing < 0 || dup2(nothing, 0) < 0)
        {
            throw Failure("/dev/null cannot be put in place of standard input");
        }

        // A process without stderr still may not print into frames, and printing to stderr may not fail in it either.
        if (dup2(UnixDescriptor.IsInherited(2) ? 2 : nothing, 1) < 0)
        {
            _ = close(1);
        }

        if (nothing > 2)
        {
            _ = UnixDescriptor.IsClosed(2) ? dup2(nothing, 2) : 0;
            _ = close(nothing);
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

            if (Marshal.GetLastPInvokeError() == ConnectionReset)
            {
                // The other end was a socket, as some hosts give, with frames in it that nobody will read.
                return 0;
            }

            WaitOrThrow(_input, UnixDescriptor.Readable, "reading standard input failed");
        }
    }

    /// <inheritdoc/>
    internal override bool WaitUntilHostIsGone() => UnixDescriptor.WaitUntilOtherEndIsGone(_output);

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

            var error = Marshal.GetLastPInvokeError();
            if (error == BrokenPipe || error == ConnectionReset)
            {
                return -1;
            }

            WaitOrThrow(_output, UnixDescriptor.Writable, "writing standard output failed");
        }
    }

    /// <summary>After a signal: nothing to do. A host may have made its end non-blocking, which is then ours as well: wait.</summary>
    private static void WaitOrThrow(int descriptor, short events, string what)
    {
        var error = Marshal.GetLastPInvokeError();
        if (error == UnixDescriptor.TryAgain)
        {
            _ = UnixDescriptor.Wait(descriptor, events, -1);
        }
        else if (error != UnixDescriptor.Interrupted)
        {
            throw Failure(what);
        }
    }

    private static IOException Failure(string what) => new($"{what} ({Marshal.GetLastPInvokeErrorMessage()})");

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
}
