using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace ProcVision.Sdk.Tests.Hosting;

/// <summary>
/// Header and body of a frame leave in one write: a reader that gets the header alone loses 30 s (conformance 513). Shown on a pipe in packet
/// mode, where the kernel keeps every write, up to one page of it, apart.
/// </summary>
public partial class OneWriteTests
{
    private const int Page = 4096;

    [Fact, Conformance(513)]
    public void Every_frame_of_a_page_or_less_is_one_write_and_no_larger_one_begins_with_less_than_a_page()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/bin/bash"), "packet mode is Linux's; bash hands its end on");
        var (reading, writing) = PacketPipe();
        using var algorithm = HostedAlgorithm.StartWith("bash", $">&{writing} {writing}>&-");
        Assert.Equal(0, close(writing));
        Assert.Equal("hello", NextFrame(reading).Text("type"));
        algorithm.Hello();
        foreach (var length in (int[])[0, 900, 1, 1000])
        {
            algorithm.Send($$"""{"type":"ping","request_id":"{{new string('p', length)}}"}""");
            Assert.Equal("pong", NextFrame(reading).Text("type"));
        }

        foreach (var act in (string[])["ok", "throw", "answer much", "no such act"])
        {
            algorithm.Call(act);
            NextFrame(reading).IsResult(act, act is "ok" or "answer much" ? "OK" : "ERROR");
        }

        algorithm.Send("[]");
        NextFrame(reading).IsError(null, "1000", "");
        algorithm.Call("", phase: "info", id: "i");
        NextFrame(reading).IsResult("i");
        algorithm.Send("""{"type":"shutdown"}""");
        Assert.Equal("shutdown", NextFrame(reading).Text("type"));
        Assert.Equal(0, algorithm.WaitForExit());
        _ = close(reading);
    }

    /// <summary>One write, with the further pages of a frame that has them.</summary>
    private static JsonElement NextFrame(int pipe)
    {
        var frame = new byte[4 * 1024 * 1024];
        var have = Read(pipe, frame, 0);
        var length = 4 + BinaryPrimitives.ReadInt32BigEndian(frame);
        Assert.Equal(Math.Min(length, Page), have);
        while (have < length)
        {
            have += Read(pipe, frame, have);
        }

        Assert.Equal(length, have);
        using var document = JsonDocument.Parse(frame.AsMemory(4, length - 4));
        return document.RootElement.Clone();
    }

    private static int Read(int pipe, byte[] into, int at)
    {
        var count = (int)read(pipe, ref into[at], Page);
        Assert.True(count > 0, "the output ended");
        return count;
    }

    private static (int Reading, int Writing) PacketPipe()
    {
        var packets = RuntimeInformation.ProcessArchitecture is Architecture.Arm or Architecture.Arm64 ? 0x10000 : 0x4000;
        Span<int> ends = stackalloc int[2];
        Assert.Equal(0, pipe2(ref MemoryMarshal.GetReference(ends), packets));
        return (ends[0], ends[1]);
    }

    [LibraryImport("libc")]
    private static partial int pipe2(ref int ends, int flags);

    [LibraryImport("libc")]
    private static partial nint read(int descriptor, ref byte buffer, nint count);

    [LibraryImport("libc")]
    private static partial int close(int descriptor);
}
