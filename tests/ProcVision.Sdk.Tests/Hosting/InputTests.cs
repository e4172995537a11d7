using System.Buffers.Binary;
using System.Text;

namespace ProcVision.Sdk.Tests.Hosting;

/// <summary>What the process does with input that is not what it should be (C26, conformance 260, 267–269, 534–538); sizes are <see cref="FrameSizeTests"/>.</summary>
public class InputTests
{
    private static readonly byte[] InvalidUtf8 = [(byte)'{', (byte)'"', 0xC3, (byte)'"', (byte)':', (byte)'1', (byte)'}'];
    private static readonly string[] NoMessages = ["", "nonsense", "[]", "1", "null", "{", "{} {}", "{}", """{"type":1}"""];

    [Fact, Conformance(210, 260, 267, 268, 301, 534, 535, "C26")]
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

    [Theory, Conformance(269, 538)]
    [InlineData("dance")]
    [InlineData("result")]
    [InlineData("pong")]
    public void An_unknown_type_is_answered_with_an_error_that_names_it(string type)
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Send($$"""{"type":"{{type}}","request_id":"x"}""");

        algorithm.Read().IsError("x", "1000", type);
    }

    [Fact, Conformance(280)]
    public void An_error_frame_is_not_answered_and_the_end_of_input_that_follows_it_is_an_ordered_end()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Send("""{"type":"error","request_id":"x","message":"no","error_code":"1000"}""");
        algorithm.Send("""{"type":"ping","request_id":"p"}""");

        algorithm.Read().IsPong("p");
        algorithm.AskToEnd(WayOut.EndOfInput);
        algorithm.ReadsLastFrame(WayOut.EndOfInput);
        Assert.Equal(0, algorithm.WaitForExit());
    }

    [Theory, Conformance(267, "C26")]
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
}
