using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace ProcVision.Sdk.Tests.Hosting;

/// <summary>What the host's side can know and do about its pipes beyond reading and writing.</summary>
internal sealed partial class HostedAlgorithm
{
    private const int SetPipeSize = 1031;
    private const int Page = 4096;

    /// <summary>Of the 64 KiB of a pipe: frames of 1 KB fill pages to three quarters.</summary>
    private const int Full = 40_000;

    private int _sent;

    private static nuint BytesToRead => OperatingSystem.IsMacOS() ? 0x4004667F : 0x541Bu;

    /// <summary>How many frames <see cref="SendInBackground"/> has got rid of.</summary>
    internal int SentInBackground => Volatile.Read(ref _sent);

    /// <summary>Sends frame after frame until there is none or nobody reads any more; blocks where the process does not read.</summary>
    internal void SendInBackground(Func<int, string?> frame) => new Thread(() => SendAll(frame)) { IsBackground = true }.Start();

    /// <summary>Waits until what the process has written, and nobody has read, fills its pipe.</summary>
    internal void WaitUntilOutputIsFull() => WaitUntil(() => Waiting(Output) >= Full, "its output to be full");

    /// <summary>Waits until the process leaves what was sent to it where it is.</summary>
    internal void WaitUntilInputIsFull()
    {
        var sent = -1;
        var looks = 0;
        WaitUntil(
            () =>
            {
                looks = Waiting(Input) >= Full && sent == SentInBackground ? looks + 1 : 0;
                sent = SentInBackground;
                return looks >= 50;
            },
            "its input to be full");
    }

    /// <summary>Leaves less room in the process's standard output than any frame needs, with every answer so far in it.</summary>
    internal void FillOutput()
    {
        const int Left = 10;
        Assert.Equal(Page, fcntl(Handle(Output), SetPipeSize, Page));
        WaitUntil(() => Waiting(Output) > 0, "hello");
        var before = Waiting(Output);
        var pong = AnswerTo("", before) - before;
        for (before += pong; Page - before > Left;)
        {
            var room = Page - before - Left;
            before = AnswerTo(new string('x', (room < 1000 + pong ? room : 1000) - pong), before);
        }
    }

    private void SendAll(Func<int, string?> frame)
    {
        try
        {
            for (var i = 0; frame(i) is { } json; i++)
            {
                Send(json);
                Volatile.Write(ref _sent, i + 1);
            }
        }
        catch (IOException)
        {
            // The process has ended, as its test wants.
        }
    }

    /// <summary>Sends a ping, and gives how many bytes stand in the output when its pong is there.</summary>
    private int AnswerTo(string id, int before)
    {
        Send($$"""{"type":"ping","request_id":"{{id}}"}""");
        WaitUntil(() => Waiting(Output) > before, "a pong");
        return Waiting(Output);
    }

    private void WaitUntil(Func<bool> condition, string what) => Assert.True(
        SpinWait.SpinUntil(() => _process.HasExited || condition(), Patience) && !_process.HasExited, $"waited in vain for {what}. stderr:\n{Stderr}");

    private static int Waiting(Stream pipe) => ioctl(Handle(pipe), BytesToRead, out var count) == 0 ? count : throw new IOException("FIONREAD");

    private static int Handle(Stream pipe) => (int)((PipeStream)pipe).SafePipeHandle.DangerousGetHandle();

    [LibraryImport("libc")]
    private static partial int ioctl(int descriptor, nuint request, out int count);

    [LibraryImport("libc")]
    private static partial int fcntl(int descriptor, int command, int argument);
}
