namespace ProcVision.EndToEnd.Tests.Platform;

/// <summary>
/// What the platform does with a child that is not ours: that the stand-in has the platform's weaknesses, so that an answer which only a kinder
/// host would take cannot pass the tests of the sample.
/// </summary>
[Collection(PublishedExample.Sources)]
public class PlatformHabitsTests
{
    private const string Stay = "while read -r line; do :; done";

    private static readonly PlatformTimings Patient = new() { Hello = TimeSpan.FromMinutes(1), Stop = TimeSpan.FromMinutes(1) };
    private static readonly PlatformTimings Hasty = Patient with { Hello = TimeSpan.FromSeconds(1), Call = TimeSpan.FromMilliseconds(300) };

    [Fact, Conformance(512, 513)]
    public void A_hello_of_one_key_from_any_executable_is_enough()
    {
        using var child = new FakeChild($"cat hello; {Stay}");
        using var engine = child.Launch(Patient);
        engine.WaitForHello();

        Assert.Equal(PlatformState.Running, engine.State);
    }

    [Fact, Conformance(513)]
    public void A_header_that_comes_alone_costs_the_whole_time_for_hello()
    {
        using var child = new FakeChild($"head -c 4 hello; while [ ! -e go ]; do sleep 0.01; done; tail -c +5 hello; {Stay}");
        using var engine = child.Launch(Hasty);
        var handshake = Task.Run(engine.WaitForHello, TestContext.Current.CancellationToken);
        Assert.True(SpinWait.SpinUntil(() => engine.Lines.Contains("split header") || handshake.IsCompleted, 60_000));
        child.Touch("go");

        Assert.Equal("Handshake timeout after 1000ms.", Failure(handshake.GetAwaiter().GetResult).Message);
    }

    [Fact, Conformance(513)]
    public void A_byte_before_hello_costs_the_whole_time_for_it()
    {
        using var child = new FakeChild($"printf 'Loading the model...\\n'; cat hello; {Stay}");
        using var engine = child.Launch(Hasty);

        Assert.Equal("Handshake timeout after 1000ms.", Failure(engine.WaitForHello).Message);
    }

    [Fact, Conformance(281, 516)]
    public void A_child_that_ends_before_hello_is_reported_with_its_last_50_lines()
    {
        using var child = new FakeChild("seq 1 70 >&2; echo 没有模型 >&2; exit 7");
        using var engine = child.Launch(Patient);

        var failure = Failure(engine.WaitForHello);

        Assert.Equal("1005", failure.Code);
        Assert.StartsWith("Handshake failed: process exited (code=7)\n22\n", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("\n没有模型", failure.Message, StringComparison.Ordinal);
    }

    [Fact, Conformance(282)]
    public void An_error_frame_in_place_of_hello_loses_its_code_and_text()
    {
        using var child = new FakeChild($"cat answer; {Stay}", """{"type":"error","error_code":"1003","message":"no model"}""");
        using var engine = child.Launch(Patient);

        var failure = Failure(engine.WaitForHello);

        Assert.Equal(("1005", "Handshake timeout after 60000ms."), (failure.Code, failure.Message));
    }

    [Theory, Conformance(517)]
    [InlineData("[]")]
    [InlineData("\"\\xFF\"")]
    public void An_array_or_bytes_that_are_no_text_kill_the_child(string body)
    {
        using var child = new FakeChild($"cat hello; while [ ! -e go ]; do sleep 0.01; done; cat answer; {Stay}", body == "[]" ? "[]"u8.ToArray() : [0x22, 0xFF, 0x22]);
        using var engine = child.Launch(Patient);
        engine.WaitForHello();
        child.Touch("go");

        _ = Failure(() => engine.Call(PlatformCalls.Info()));
        Assert.Equal(137, engine.ExitCode);
    }

    [Theory]
    [InlineData("{\"type\":\"result\",", "invalid JSON is skipped")]
    [InlineData("""{"type":"result","request_id":"of another call"}""", "Ignoring stale message with rid=of another call")]
    [InlineData("""{"type":"shutdown"}""", "Unknown message type shutdown")]
    [Conformance(305, 308, 517, 518)]
    public void What_the_platform_does_not_understand_leaves_the_call_without_an_answer_and_the_child_running(string body, string line)
    {
        using var child = new FakeChild($"cat hello; cat answer; {Stay}", body);
        using var engine = child.Launch(Hasty with { Hello = Patient.Hello });
        engine.WaitForHello();

        Assert.Equal("Call timeout after 300ms", Failure(() => engine.Call(PlatformCalls.Info())).Message);
        Assert.True(SpinWait.SpinUntil(() => engine.Lines.Contains(line), 60_000), string.Join('\n', engine.Lines));
        Assert.Equal(PlatformState.Running, engine.State);
    }

    [Fact, Conformance(305, 518)]
    public void A_result_without_a_request_id_is_taken_for_the_waiting_calls()
    {
        using var child = new FakeChild($"cat hello; cat answer; {Stay}", """{"type":"result","status":"OK"}""");
        using var engine = child.Launch(Patient);
        engine.WaitForHello();

        Assert.Equal("OK", (string?)engine.Call(PlatformCalls.Info())["status"]);
    }

    [Fact, Conformance(518)]
    public void An_error_without_a_request_id_is_taken_for_the_waiting_calls()
    {
        using var child = new FakeChild($"cat hello; cat answer; {Stay}", """{"type":"error","request_id":null,"error_code":"1000","message":"no"}""");
        using var engine = child.Launch(Patient);
        engine.WaitForHello();

        Assert.Equal("1000", Failure(() => engine.Call(PlatformCalls.Info())).Code);
    }

    [Fact, Conformance(515)]
    public void A_child_that_ignores_SIGTERM_is_killed()
    {
        using var child = new FakeChild("trap '' TERM; cat hello; while true; do sleep 0.1; done");
        using var engine = child.Launch(Patient with { Stop = TimeSpan.FromMilliseconds(200) });
        engine.WaitForHello();

        Assert.Equal(PlatformStop.Killed, engine.Stop());
        Assert.Equal(137, engine.ExitCode);
    }

    [Fact, Conformance(290)]
    public void A_child_that_leaves_pings_unanswered_between_calls_is_stopped()
    {
        using var child = new FakeChild($"cat hello; {Stay}");
        using var engine = child.Launch(Patient with { HeartbeatInterval = TimeSpan.FromMilliseconds(20), HeartbeatGrace = TimeSpan.FromMilliseconds(20) });
        engine.WaitForHello();

        Assert.True(SpinWait.SpinUntil(() => engine.State == PlatformState.Stopped, 60_000));
        Assert.Contains("Heartbeat timeout, restarting...", engine.Lines);
    }

    private static PlatformException Failure(Action act) => Assert.Throws<PlatformException>(act);
}
