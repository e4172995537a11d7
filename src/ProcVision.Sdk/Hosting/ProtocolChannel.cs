using ProcVision.Protocol;

namespace ProcVision.Hosting;

/// <summary>
/// The process's standard input and output, taken away from everybody else: from <see cref="Claim"/> on, file descriptor 1 is stderr and 0
/// is empty for the algorithm, for native code and for child processes, so that nothing they print or read can touch a frame
/// (conformance 317, 320, 513; DESIGN §7).
/// </summary>
internal abstract class ProtocolChannel : IByteSource
{
    private readonly Lock _sending = new();
    private bool _hostIsGone;

    /// <summary>Takes standard input and output; once, as the first thing in <c>Main</c>.</summary>
    /// <exception cref="IOException">There is no usable standard input or output.</exception>
    internal static ProtocolChannel Claim() => OperatingSystem.IsWindows() ? WindowsProtocolChannel.Claim() : UnixProtocolChannel.Claim();

    /// <inheritdoc/>
    /// <exception cref="IOException">The system refuses to read; a host that is gone is end of input instead.</exception>
    public abstract int Read(Span<byte> buffer);

    /// <summary>Sends one whole frame; frames of several threads never mix.</summary>
    /// <returns>False when nobody reads any more: the host is gone.</returns>
    /// <exception cref="IOException">The system refuses to write.</exception>
    internal bool Send(ReadOnlySpan<byte> frame)
    {
        lock (_sending)
        {
            while (!_hostIsGone && !frame.IsEmpty)
            {
                // Whatever goes wrong within a frame, nothing can follow it.
                _hostIsGone = true;
                var written = Write(frame);
                if (written < 0)
                {
                    break;
                }

                _hostIsGone = false;
                frame = frame[written..];
            }

            return !_hostIsGone;
        }
    }

    /// <summary>
    /// Waits, without reading or writing, until nobody has the other end of standard output any more: no answer can reach anybody then. Returns
    /// false at once, or never, where that cannot be known before the next <see cref="Send"/>.
    /// </summary>
    internal abstract bool WaitUntilHostIsGone();

    /// <summary>Writes once; -1 when nobody reads any more.</summary>
    protected abstract int Write(ReadOnlySpan<byte> bytes);
}
