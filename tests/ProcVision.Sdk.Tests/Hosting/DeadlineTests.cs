namespace ProcVision.Sdk.Tests.Hosting;

/// <summary>The extension <c>deadline:v1</c> (DESIGN §7).</summary>
public class DeadlineTests
{
    [Fact]
    public void A_step_that_stops_at_its_deadline_is_1005_and_the_next_call_has_a_fresh_one()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Call("wait", 60_000, "late", extra: ",\"deadline_ms\":100");
        var late = algorithm.Read();
        algorithm.Call("wait", 50, "in time", extra: ",\"deadline_ms\":30000");
        var inTime = algorithm.Read();
        algorithm.Call("wait", 200, "without");
        var without = algorithm.Read();

        late.IsResult("late", "ERROR");
        Assert.Equal("1005", late.Text("error_code"));
        inTime.IsResult("in time");
        without.IsResult("without");
    }

    [Fact]
    public void A_deadline_of_a_call_that_was_in_time_does_not_fire_into_the_next()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Call("ok"); // the first call is compiled while it runs, which may take longer than the deadline
        algorithm.Read().IsResult("ok");
        algorithm.Call("ok", extra: ",\"deadline_ms\":1000");
        algorithm.Read().IsResult("ok");
        algorithm.Call("wait", 1500, "next");

        algorithm.Read().IsResult("next");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    public void A_deadline_that_has_passed_is_1005_without_running_the_step(string left)
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Call("throw", extra: $",\"deadline_ms\":{left}");

        var result = algorithm.Read();

        result.IsResult("throw", "ERROR");
        Assert.Equal("1005", result.Text("error_code"));
    }

    [Fact]
    public void A_deadline_of_centuries_is_one_that_never_fires()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Call("ok", extra: ",\"deadline_ms\":9007199254740991");

        algorithm.Read().IsResult("ok");
    }

    [Fact]
    public void A_callback_on_the_deadline_that_throws_is_logged_and_the_process_goes_on()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Call("ok"); // compiled while it runs: a step that is late before it begins would not begin
        algorithm.Read().IsResult("ok");
        algorithm.Call("throw in callback", 60_000, extra: ",\"deadline_ms\":1000");
        algorithm.Read().IsResult("throw in callback");
        algorithm.WaitForLine("the callback is broken");
        algorithm.Call("ok");

        algorithm.Read().IsResult("ok");
    }
}
