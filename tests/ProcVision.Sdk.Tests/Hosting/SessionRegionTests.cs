using System.Text.Json;
using ProcVision.Sdk.Tests.Sessions.Memory;

namespace ProcVision.Sdk.Tests.Hosting;

/// <summary>The extension <c>session_state:v1</c>: a session's values are in shared memory of the Runner.</summary>
public sealed class SessionRegionTests : IDisposable
{
    private const string Session = "s1";

    private readonly OwnedRegion _region = new(Session);

    public void Dispose() => _region.Dispose();

    [Fact]
    public void What_a_call_stores_is_in_the_region_at_once_and_the_next_call_goes_on_from_there()
    {
        using var algorithm = HostedAlgorithm.Ready();
        for (var i = 1; i <= 3; i++)
        {
            algorithm.Call("count", phase: i == 1 ? "pre" : "execute", step: i == 3 ? 2 : 1, region: _region.Json);
            Assert.Equal(i, algorithm.Read().Data("debug").GetProperty("count").GetInt32());
            Assert.Equal($"count={i}", _region.Values);
        }
    }

    [Fact]
    public void After_SIGKILL_the_next_process_goes_on_with_the_value()
    {
        using (var first = HostedAlgorithm.Ready())
        {
            first.Call("count", phase: "pre", region: _region.Json);
            first.Read().IsResult("count");
            first.Signal(9);
            _ = first.WaitForExit();
        }

        Assert.Equal("count=1", _region.Values);
        using var second = HostedAlgorithm.Ready();
        second.Call("count", region: _region.Json);
        Assert.Equal(2, second.Read().Data("debug").GetProperty("count").GetInt32());
        Assert.Equal("count=2", _region.Values);
    }

    [Fact]
    public void Two_processes_that_are_called_in_turn_go_on_from_each_other()
    {
        HostedAlgorithm[] algorithms = [HostedAlgorithm.Ready(), HostedAlgorithm.Ready()];
        for (var i = 1; i <= 6; i++)
        {
            algorithms[i % 2].Call("count", region: _region.Json);
            Assert.Equal(i, algorithms[i % 2].Read().Data("debug").GetProperty("count").GetInt32());
        }

        Assert.All(algorithms, algorithm => algorithm.Dispose());
    }

    [Fact]
    public void The_same_id_without_a_region_is_another_session_and_neither_sees_the_other()
    {
        using var algorithm = HostedAlgorithm.Ready();
        foreach (var (region, count) in new[] { (_region.Json, 1), ("", 1), (_region.Json, 2), (",\"state_region\":null", 2) })
        {
            algorithm.Call("count", region: region);
            Assert.Equal(count, algorithm.Read().Data("debug").GetProperty("count").GetInt32());
        }

        Assert.Equal("count=2", _region.Values);
    }

    [Fact]
    public void The_next_detection_in_the_region_begins_with_nothing_and_the_one_before_is_refused()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Call("count", region: _region.Json);
        algorithm.Read().IsResult("count");
        var before = _region.Json;

        _region.Begin("s2");

        algorithm.Call("count", session: "s2", region: _region.Json);
        Assert.Equal(1, algorithm.Read().Data("debug").GetProperty("count").GetInt32());
        algorithm.Call("count", region: before);
        IsRefused(algorithm.Read(), "count", "第 1 代");
        _region.End();
        algorithm.Call("count", session: "s2", region: _region.Json);
        IsRefused(algorithm.Read(), "count", "已结束");
        Assert.Equal("count=1", _region.Values);
    }

    [Fact]
    public void Reset_removes_the_values_from_the_region_and_the_detection_goes_on_there()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Call("count", region: _region.Json);
        algorithm.Read().IsResult("count");
        Ask(algorithm, "reset");
        algorithm.Read().IsResult("reset");
        Assert.Equal("", _region.Values);
        algorithm.Call("count", region: _region.Json);
        Assert.Equal(1, algorithm.Read().Data("debug").GetProperty("count").GetInt32());
        Assert.Equal("count=1", _region.Values);
    }

    [Theory]
    [InlineData("on_step_start")]
    [InlineData("on_step_finish")]
    [InlineData("reset")]
    [InlineData("session")]
    public void Every_phase_that_has_a_session_takes_the_region_and_refuses_a_wrong_one(string phase)
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Call("count", region: _region.Json);
        algorithm.Read().IsResult("count");
        Ask(algorithm, phase);
        var answer = algorithm.Read();
        answer.IsResult(phase);
        if (phase == "session")
        {
            Assert.Equal("""[{"key":"count","type":"int","value":1}]""", answer.Data("session").GetProperty("values").GetRawText());
        }

        _region.Begin("s2");
        Ask(algorithm, phase);
        IsRefused(algorithm.Read(), phase, "'s2'");
    }

    [Fact]
    public void Teardown_leaves_the_values_with_the_Runner()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Call("count", region: _region.Json);
        algorithm.Read().IsResult("count");
        algorithm.Send("""{"type":"call","request_id":"t","data":{"phase":"teardown"}}""");
        algorithm.Read().IsResult("t");
        algorithm.Send("""{"type":"shutdown"}""");
        Assert.Equal(0, algorithm.WaitForExit());
        Assert.Equal("count=1", _region.Values);
    }

    [Fact]
    public void A_call_of_the_execute_only_profile_takes_a_region_too_and_without_one_keeps_its_own()
    {
        using var algorithm = HostedAlgorithm.Ready(("TEST_EXECUTE_ONLY", "1"));
        const string Pictures = """
            "step_index":1,"cur_image_shm_id":"none","cur_image_meta":{"width":0,"height":0,"timestamp_ms":1,"camera_id":"c"},
            "guide_image_shm_id":"none","guide_image_meta":{"width":0,"height":0,"timestamp_ms":1,"camera_id":"c"},"step_desc":"count"
            """;
        foreach (var (session, count) in new[] { ($$""","pid":"p001","session":{"id":"s1"{{_region.Json}}}""", 1), ("", 1), ($$""","pid":"p001","session":{"id":"s1"{{_region.Json}}}""", 2) })
        {
            algorithm.Send($$"""{"type":"call","request_id":"e","data":{ {{Pictures}}{{session}} } }""");
            var answer = algorithm.Read();
            answer.IsResult("e");
            Assert.Equal(count, answer.Data("debug").GetProperty("count").GetInt32());
        }

        Assert.Equal("count=2", _region.Values);
        algorithm.Send($$"""{"type":"call","request_id":"e","data":{ {{Pictures}},"session":{"x":1{{_region.Json}} } } }""");
        IsRefused(algorithm.Read(), "e", "session.id");
    }

    private static void IsRefused(JsonElement answer, string id, string reason)
    {
        answer.IsResult(id, "ERROR");
        Assert.Equal("1006", answer.Text("error_code"));
        Assert.Contains(reason, answer.Text("message")!, StringComparison.Ordinal);
    }

    private void Ask(HostedAlgorithm algorithm, string phase) => algorithm.Send(
        $$"""{"type":"call","request_id":"{{phase}}","data":{"phase":"{{phase}}","step_index":1,"pid":"p001","session":{"id":"s1"{{_region.Json}} } } }""");
}
