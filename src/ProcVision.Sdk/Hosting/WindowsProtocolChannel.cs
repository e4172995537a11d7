using System.Runtime.InteropServices;

namespace ProcVision.Hosting;

/// <summary>Windows: handles that child processes do not inherit. The C runtime's descriptors are redirected too, for native code that prints.</summary>
internal sealed partial class WindowsProtocolChannel : ProtocolChannel
{
    private const int StandardInput = -10;
    private const int StandardOutput = -11;
    private const int StandardError = -12;
    private const uint SameAccess = 2;
    private const int ReadOnlyAccess = 0;
    private const int BrokenPipe = 109;
    private const int PipeClosing = 232;

    private readonly nint _input;
    private readonly nint _output;

    private WindowsProtocolChannel(nint input, nint output)
    {
        _input = input;
        _output = output;
    }

    internal static new WindowsProtocolChannel Claim()
    {
        var channel = new WindowsProtocolChannel(Duplicate(StandardInput, "standard input"), Duplicate(StandardOutput, "standard output"));

        // _dup2 closes the C runtime's old handle, so that no native printf can reach it; the two SetStdHandle calls do the same for .NET.
        var nothing = _wopen("NUL", ReadOnlyAccess);
        if (nothing >= 0)
        {
            _ = _dup2(nothing, 0);
            _ = _close(nothing);
        }

        if (_dup2(2, 1) != 0)
        {
            _ = _close(1);
        }

        _ = SetStdHandle(StandardInput, nothing >= 0 ? _get_osfhandle(0) : 0);
        _ = SetStdHandle(StandardOutput, GetStdHandle(StandardError));
        return channel;
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (ReadFile(_input, ref MemoryMarshal.GetReference(buffer), (uint)buffer.Length, out var count, 0))
        {
            return (int)count;
        }

        return Marshal.GetLastPInvokeError() == BrokenPipe ? 0 : throw Failure("reading standard input failed");
    }

    /// <inheritdoc/>
    internal override bool WaitUntilHostIsGone() => false;

    /// <inheritdoc/>
    protected override int Write(ReadOnlySpan<byte> bytes)
    {
        if (WriteFile(_output, ref MemoryMarshal.GetReference(bytes), (uint)bytes.Length, out var count, 0))
        {
            return (int)count;
        }

        return Marshal.GetLastPInvokeError() is BrokenPipe or PipeClosing ? -1 : throw Failure("writing standard output failed");
    }

    private static nint Duplicate(int standard, string name)
    {
        var self = GetCurrentProcess();
        return DuplicateHandle(self, GetStdHandle(standard), self, out var copy, 0, inherit: false, SameAccess)
            ? copy
            : throw Failure($"{name} cannot be used: start the algorithm with a pipe on it");
    }

    private static IOException Failure(string what) => new($"{what} ({Marshal.GetLastPInvokeErrorMessage()})");

    [LibraryImport("kernel32", SetLastError = true)]
    private static partial nint GetStdHandle(int which);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetStdHandle(int which, nint handle);

    [LibraryImport("kernel32")]
    private static partial nint GetCurrentProcess();

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool DuplicateHandle(
        nint fromProcess, nint handle, nint toProcess, out nint copy, uint access, [MarshalAs(UnmanagedType.Bool)] bool inherit, uint options);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool ReadFile(nint handle, ref byte buffer, uint count, out uint done, nint overlapped);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool WriteFile(nint handle, ref byte buffer, uint count, out uint done, nint overlapped);

    [LibraryImport("ucrtbase", StringMarshalling = StringMarshalling.Utf16)]
    private static partial int _wopen(string path, int flags);

    [LibraryImport("ucrtbase")]
    private static partial int _dup2(int from, int to);

    [LibraryImport("ucrtbase")]
    private static partial int _close(int descriptor);

    [LibraryImport("ucrtbase")]
    private static partial nint _get_osfhandle(int descriptor);
}
