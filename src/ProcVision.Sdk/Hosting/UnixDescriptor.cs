using System.Runtime.InteropServices;

namespace ProcVision.Hosting;

/// <summary>What Linux and macOS say about a descriptor, and waiting for one.</summary>
internal static partial class UnixDescriptor
{
    /// <summary>Bytes can be read.</summary>
    internal const short Readable = 1;

    /// <summary>Bytes can be written.</summary>
    internal const short Writable = 4;

    /// <summary>The <c>errno</c> of a call that a signal has cut short.</summary>
    internal const int Interrupted = 4;

    private const short Broken = 8;
    private const short HungUp = 16;
    private const int GetFlags = 1;
    private const int CloseOnExec = 1;

    /// <summary>The <c>errno</c> of a read or write that would have to wait.</summary>
    internal static int TryAgain => OperatingSystem.IsMacOS() ? 35 : 11;

    /// <summary>
    /// Whether a descriptor came with the process. Where it was closed, the runtime has put one of its own files in its place; what is
    /// close-on-exec cannot have come through an exec.
    /// </summary>
    internal static bool IsInherited(int descriptor) => fcntl(descriptor, GetFlags, 0) is >= 0 and var flags && (flags & CloseOnExec) == 0;

    /// <summary>Whether there is no such descriptor.</summary>
    internal static bool IsClosed(int descriptor) => fcntl(descriptor, GetFlags, 0) < 0;

    /// <summary>Waits until a descriptor is ready or its other end is gone; false when the time is up.</summary>
    /// <param name="descriptor">The descriptor.</param>
    /// <param name="events"><see cref="Readable"/> or <see cref="Writable"/>.</param>
    /// <param name="milliseconds">-1 for ever.</param>
    internal static bool Wait(int descriptor, short events, int milliseconds)
    {
        var wait = new Poll { Descriptor = descriptor, Events = events };
        int ready;
        do
        {
            ready = poll(ref wait, 1, milliseconds);
        }
        while (ready < 0 && Marshal.GetLastPInvokeError() == Interrupted);
        return ready != 0;
    }

    /// <summary>
    /// Waits until nobody has the other end of a pipe or socket any more. What has no other end, a file, is never gone; false where the system
    /// cannot tell.
    /// </summary>
    internal static bool WaitUntilOtherEndIsGone(int descriptor)
    {
        // No events are asked for: the two that are not asked for come all the same.
        var wait = new Poll { Descriptor = descriptor };
        while (poll(ref wait, 1, -1) < 0)
        {
            if (Marshal.GetLastPInvokeError() != Interrupted)
            {
                return false;
            }
        }

        return (wait.Returned & (Broken | HungUp)) != 0;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Poll
    {
        internal int Descriptor;
        internal short Events;
        internal short Returned;
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fcntl(int descriptor, int command, int argument);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int poll(ref Poll wait, nuint count, int milliseconds);
}
