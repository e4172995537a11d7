using System.Buffers.Binary;
using System.Text;

namespace ProcVision.Sdk.Tests.Hosting;

/// <summary>Frames of every size and in every cut, over a real pipe (conformance 258, 261, 536).</summary>
public class FrameSizeTests
{
    private const int MiB = 1024 * 1024;

    [Theory, Conformance(258, 261, 502)]
    [InlineData(64 * 1024 - 4)]
    [InlineData(64 * 1024)]
    [InlineData(2 * MiB)]
    public void A_body_up_to_2_MiB_is_read(int size)
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.SendBytes(HostedAlgorithm.Frame(Ping(size)));

        algorithm.Read().IsPong("p");
    }

    [Theory, Conformance(261, "C26")]
    [InlineData(2 * MiB + 1)]
    [InlineData(64 * MiB)]
    public void A_body_over_2_MiB_and_up_to_64_is_skipped_and_answered_and_the_process_goes_on(int size)
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.SendBytes(HostedAlgorithm.Frame(Ping(size)));
        algorithm.Read().IsError(null, "1000", $"{size}");

        algorithm.Call("ok");
        algorithm.Read().IsResult("ok");
    }

    [Theory, Conformance(536, "C26")]
    [InlineData(64u * MiB + 1)]
    [InlineData(0x80000000)]
    [InlineData(0xFFFFFFFF)]
    public void A_length_that_cannot_be_believed_ends_the_process_with_2_a_reason_and_Teardown(uint length)
    {
        using var algorithm = HostedAlgorithm.Ready();
        var header = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(header, length);
        algorithm.SendBytes(header);

        algorithm.Read().IsError(null, "1000", $"{length}");
        Assert.True(algorithm.OutputEnds());
        Assert.Equal(2, algorithm.WaitForExit());
        Assert.Contains($"{length}", algorithm.Stderr, StringComparison.Ordinal);
        Assert.Single(algorithm.Notes, "teardown");
    }

    [Fact, Conformance(211, 258)]
    public void A_frame_may_come_in_a_thousand_writes()
    {
        using var algorithm = HostedAlgorithm.Ready();
        foreach (var one in HostedAlgorithm.Frame(Ping(996)))
        {
            algorithm.SendBytes([one]);
        }

        algorithm.Read().IsPong("p");
    }

    [Fact, Conformance(211, 258, 260)]
    public void A_thousand_frames_may_come_in_one_write_and_are_answered_in_order()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.SendTogether([.. Enumerable.Range(0, 1000).Select(i => $$"""{"type":"ping","request_id":"{{i}}"}""")]);

        for (var i = 0; i < 1000; i++)
        {
            algorithm.Read().IsPong($"{i}");
        }
    }

    [Fact, Conformance(517)]
    public void A_result_over_2_MiB_becomes_an_error_that_names_the_field_and_the_process_goes_on()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Call("answer too much", id: "big");

        var answer = algorithm.Read();
        answer.IsResult("big", "ERROR");
        Assert.Contains("debug", answer.Text("message"), StringComparison.Ordinal);
        algorithm.Call("ok");
        algorithm.Read().IsResult("ok");
    }

    private static byte[] Ping(int size)
    {
        var start = """{"type":"ping","request_id":"p","pad":"""u8;
        var body = new byte[size];
        Encoding.ASCII.GetBytes(new string('x', size)).CopyTo(body, 0);
        start.CopyTo(body);
        body[start.Length] = (byte)'"';
        "\"}"u8.CopyTo(body.AsSpan(size - 2));
        return body;
    }
}
