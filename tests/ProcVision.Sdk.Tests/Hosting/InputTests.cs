using System.Buffers.Binary;
using System.Text;

namespace ProcVision.Sdk.Tests.Hosting;

/// <summary>What the process does with input that is not what it should be (C26, conformance 258–261, 534–538).</summary>
public class InputTests
{
    private static readonly byte[] InvalidUtf8 = [(byte)'{', (byte)'"', 0xC3, (byte)'"', (byte)':', (byte)'1', (byte)'}'];
    private static readonly string[] NoMessages = ["", "nonsense", "[]", "1", "null", "{", "{} {}", "{}", """{"type":1}"""];

    [Fact]
    public void A_body_that_is_no_message_is_answered_with_an_error_and_the_process_goes_on()
    {
        using var algorithm = HostedAlgorithm.Ready();
        foreach (var body in NoMessages.Select(Encoding.UTF8.GetBytes).Append(InvalidUtf8))
        {
            algorithm.SendBytes(HostedAlgorithm.Frame(body));
            algorithm.Read().IsError(null, "1000", "");
        }

        algorithm.Call("ok");
        algorithm.Read().IsResult("ok");
    }

    [Theory] // 269, 538
    [InlineData("dance")]
    [InlineData("result")]
    [InlineData("pong")]
    public void An_unknown_type_is_answered_with_an_error_that_names_it(string type)
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Send($$"""{"type":"{{type}}","request_id":"x"}""");

        algorithm.Read().IsError("x", "1000", type);
    }

    [Fact] // 280
    public void An_error_frame_is_not_answered()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Send("""{"type":"error","request_id":"x","message":"no","error_code":"1000"}""");
        algorithm.Send("""{"type":"ping","request_id":"p"}""");

        algorithm.Read().IsPong("p");
    }

    [Fact] // 261
    public void A_body_that_is_too_long_is_skipped_and_answered()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.SendBytes(HostedAlgorithm.Frame(new byte[3 * 1024 * 1024]));
        algorithm.Read().IsError(null, "1000", "");

        algorithm.Call("ok");
        algorithm.Read().IsResult("ok");
    }

    [Fact] // 536
    public void A_length_that_cannot_be_believed_ends_the_process_with_a_reason_and_Teardown()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.SendBytes([0xFF, 0xFF, 0xFF, 0xFF]);

        algorithm.Read().IsError(null, "1000", "");
        Assert.Equal(2, algorithm.WaitForExit());
        Assert.Contains("\"error\"", algorithm.Stderr, StringComparison.Ordinal);
        Assert.Single(algorithm.Notes, "teardown");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    public void Input_that_ends_within_a_frame_ends_the_process_with_a_reason_and_Teardown(int bytes)
    {
        using var algorithm = HostedAlgorithm.Ready();
        var frame = new byte[bytes];
        BinaryPrimitives.WriteInt16BigEndian(frame.AsSpan(bytes > 4 ? 2 : 0), 100);
        algorithm.SendBytes(frame);
        algorithm.CloseInput();

        Assert.Equal(2, algorithm.WaitForExit());
        Assert.Single(algorithm.Notes, "teardown");
    }

    [Fact] // 258
    public void A_frame_may_come_byte_by_byte()
    {
        using var algorithm = HostedAlgorithm.Ready();
        foreach (var one in HostedAlgorithm.Frame("""{"type":"ping","request_id":"p"}"""u8.ToArray()))
        {
            algorithm.SendBytes([one]);
        }

        algorithm.Read().IsPong("p");
    }
}
