using System.Text.Json;
using System.Text.Json.Nodes;
using ProcVision.Runner;

namespace ProcVision.EndToEnd.Tests;

/// <summary>What a detection leaves from call to call, through the published sample: in its own memory, and in that of its host.</summary>
[Collection(PublishedExample.Sources)]
public sealed class SessionRegionTests(PublishedExample example) : IDisposable
{
    private readonly SessionRegions _pool = SessionRegions.Open();
    private readonly SessionIdentity _session = new("session-20261123-000001", "p001", "dev", "t-1");

    public void Dispose() => _pool.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Conformance("C1")]
    public void What_pre_stored_is_there_in_execute_and_in_the_next_step(bool shared)
    {
        using var region = shared ? _pool.Rent(_session, "algorithm-example") : null;
        using var station = Ready();

        var light = (double)Debug(station.Ask(Call("pre", 1, region)), "brightness")!;

        Assert.InRange(light, 1, 255);
        Assert.Equal(light, (double?)Debug(station.Ask(Call("execute", 1, region)), "light"));
        Assert.Equal("OK", (string?)station.Ask(Call("pre", 2, region))["status"]);
        var inspected = station.Ask(Call("execute", 2, region));
        Assert.Equal(light, (double?)Debug(inspected, "light"));
        Assert.Equal(6, inspected["data"]!["position_rects"]!.AsArray().Count);
    }

    [Fact]
    public void The_host_reads_the_state_while_the_algorithm_lives_and_archives_it_at_the_end()
    {
        using var region = _pool.Rent(_session, "algorithm-example");
        using var station = Ready();
        Assert.Empty(region.Read().Values);

        var light = (double)Debug(station.Ask(Call("pre", 1, region)), "brightness")!;
        Assert.Equal([("Light", "double?", light)], region.Read().Values.Select(static value => (value.Key, value.Type, value.Value.GetDouble())));
        var place = station.Ask(Call("execute", 1, region))["data"]!["position_rects"]![0]!;

        var state = region.Read();
        Assert.Empty(state.Problems);
        Assert.Equal(["Light double?", "Tray AlgorithmExample.Tray?"], state.Values.Select(static value => $"{value.Key} {value.Type}"));
        Assert.Equal((int?)place["width"], state.Values[1].Value.GetProperty("Width").GetInt32());
        region.End();
        var archive = JsonNode.Parse(SessionArchive.Of(region))!;
        Assert.Equal((_session.Id, "p001", "algorithm-example"), ((string?)archive["id"], (string?)archive["pid"], (string?)archive["algorithm"]));
        Assert.Equal(light, (double?)archive["state_store"]!["Light"]);
    }

    [Fact]
    public void Killed_between_pre_and_execute_it_is_followed_by_a_process_that_goes_on_with_the_state()
    {
        using var region = _pool.Rent(_session, "algorithm-example");
        double light;
        using (var first = Ready())
        {
            light = (double)Debug(first.Ask(Call("pre", 1, region)), "brightness")!;
            first.Kill();
        }

        Assert.Equal(light, Assert.Single(region.Read().Values).Value.GetDouble());
        using (var second = Ready())
        {
            Assert.Equal(light, (double?)Debug(second.Ask(Call("execute", 1, region)), "light"));
            second.Kill();
        }

        using var third = Ready();
        var inspected = third.Ask(Call("execute", 2, region));
        Assert.Equal(light, (double?)Debug(inspected, "light"));
        Assert.Equal(6, inspected["data"]!["position_rects"]!.AsArray().Count);
    }

    [Fact]
    public void The_next_detection_in_the_same_memory_has_nothing_of_the_one_before()
    {
        using var station = Ready();
        string name;
        using (var region = _pool.Rent(_session, "algorithm-example"))
        {
            name = region.Name;
            Assert.Equal("OK", (string?)station.Ask(Call("execute", 1, region))["status"]);
        }

        using var next = _pool.Rent(_session, "algorithm-example");
        Assert.Equal(name, next.Name);
        Assert.Empty(next.Read().Values);
        Assert.Equal("1003", (string?)station.Ask(Call("execute", 2, next))["error_code"]);
        Assert.Empty(next.Read().Values);
    }

    [Fact]
    public void Reset_empties_the_hosts_memory()
    {
        using var region = _pool.Rent(_session, "algorithm-example");
        using var station = Ready();
        Assert.Equal("OK", (string?)station.Ask(Call("execute", 1, region))["status"]);
        Assert.Equal("OK", (string?)station.Ask(Call("reset", 1, region))["status"]);
        Assert.Empty(region.Read().Values);
        Assert.Equal("1003", (string?)station.Ask(Call("execute", 2, region))["error_code"]);
    }

    [Fact]
    public void A_region_that_is_gone_or_another_ones_is_1006_and_the_process_goes_on()
    {
        using var station = Ready();
        var gone = _pool.Rent(_session, "algorithm-example");
        var other = _pool.Rent(_session with { Id = "another" }, "algorithm-example");
        gone.Dispose();

        foreach (var region in new[] { gone, other })
        {
            var refused = station.Ask(Call("execute", 1, region));
            Assert.Equal(("ERROR", "1006"), ((string?)refused["status"], (string?)refused["error_code"]));
            Assert.Contains("会话区域", (string?)refused["message"], StringComparison.Ordinal);
        }

        Assert.Empty(other.Read().Values);
        other.Dispose();
        Assert.Equal("OK", (string?)station.Ask(Call("execute", 1, null))["status"]);
    }

    private static JsonNode? Debug(JsonObject result, string key)
    {
        Assert.True((string?)result["status"] == "OK", result.ToJsonString());
        return result["data"]!["debug"]![key];
    }

    private Station Ready()
    {
        var station = new Station(example.Executable);
        station.Handshake();
        File.Copy(Repository.Blades, Path.Combine(station.Images, "shm-picture-1.bin"));
        return station;
    }

    private string Call(string phase, int step, SessionRegion? region)
    {
        var parameters = step == 1 ? """{"roi":"0,0,800,600"}""" : "{}";
        var state = region is null ? "null" : JsonSerializer.Serialize(new { name = region.Name, generation = region.Generation });
        return $$"""
            {"type":"call","request_id":"{{phase}}-{{step}}","data":{"phase":"{{phase}}","step_index":{{step}},"pid":"p001",
             "session":{"id":"{{_session.Id}}","context":{"product_code":"p001","operator":"dev","trace_id":"t-1"},"state_region":{{state}} },
             "user_params":{{parameters}},"shared_mem_id":"shm-picture-1",
             "image_meta":{"width":0,"height":0,"timestamp_ms":1714032000000,"camera_id":"cam-01"} } }
            """;
    }
}
