using System.Text.Json.Nodes;

namespace ProcVision.EndToEnd.Tests;

/// <summary>The published sample on its pipe, frame by frame. How the platform drives it is Platform/.</summary>
[Collection(PublishedExample.Sources)]
public class NativeExampleTests(PublishedExample example)
{
    private static string Call(string id, string phase, int step, string pid, string parameters, string session = "session-20240425-000123") =>
        $$$"""
        {"type":"call","request_id":"{{{id}}}","data":{"phase":"{{{phase}}}","step_index":{{{step}}},"pid":"{{{pid}}}",
         "session":{"id":"{{{session}}}","context":{"product_code":"x","operator":"dev","trace_id":"t-1"}},
         "user_params":{{{parameters}}},"shared_mem_id":"shm-picture-1",
         "image_meta":{"width":0,"height":0,"timestamp_ms":1714032000000,"camera_id":"cam-01"} } }
        """;

    private static void Hand(Station station, string photograph) =>
        File.Copy(photograph, Path.Combine(station.Images, "shm-picture-1.bin"), overwrite: true);

    /// <summary>The extension <c>session_values:v1</c>: what the region says of the sample's own struct is read natively too.</summary>
    [Fact]
    public void The_tray_that_step_1_left_can_be_looked_at()
    {
        using var station = new Station(example.Executable);
        station.Handshake();
        Hand(station, Repository.Blades);
        Assert.Equal("OK", (string?)station.Ask(Call("a", "execute", 1, "p001", """{"roi":"0,0,800,600"}"""))["status"]);

        var answer = station.Ask(
            """{"type":"call","request_id":"v","data":{"phase":"session","pid":"p001","session":{"id":"session-20240425-000123"}}}""");
        var tray = Assert.Single(answer["data"]!["session"]!["values"]!.AsArray())!;
        Assert.Equal(("Tray", "AlgorithmExample.Tray?"), ((string?)tray["key"], (string?)tray["type"]));
        Assert.Equal(
            ["X", "Y", "Width", "Height", "Brightness", "Contrast"],
            tray["value"]!.AsObject().Select(member => member.Key).ToArray());
        Assert.True((int)tray["value"]!["Width"]! > 0, tray.ToJsonString());
    }

    [Fact]
    [Conformance(271, 272, 274, "C42")]
    public void Hello_comes_first_and_announces_only_what_works()
    {
        using var station = new Station(example.Executable);
        var hello = station.Handshake();

        Assert.Equal("hello", (string?)hello["type"]);
        var capabilities = hello["capabilities"]!.AsArray().Select(name => (string)name!).ToArray();
        Assert.Contains("shared_memory:v1", capabilities);
        Assert.Contains("deadline:v1", capabilities);
        Assert.Contains("session_state:v1", capabilities);
        Assert.DoesNotContain("shared_memory:v2", capabilities); // C42: it comes with the ring of pictures
    }

    [Fact]
    [Conformance(231)]
    public void Every_frame_says_when_it_was_sent_in_Unix_milliseconds()
    {
        var before = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        using var station = new Station(example.Executable);
        JsonObject[] frames =
        [
            station.Handshake(),
            station.Ask("""{"type":"ping"}"""),
            station.Ask("""{"type":"call","data":{"phase":"info"}}"""),
            station.Ask("""{"type":"call"}"""),
            station.Ask("""{"type":"shutdown"}"""),
        ];
        var after = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

        Assert.All(frames, frame => Assert.InRange((long)frame["timestamp_ms"]!, before, after));
    }

    [Theory]
    [InlineData("p001", 6)]
    [InlineData("p002", 24)]
    [Conformance(153, 238, 251, 292, 293, 297, 522, "C1", "C41")]
    public void Both_steps_of_a_detection_share_one_session_and_find_every_part(string pid, int parts)
    {
        using var station = new Station(example.Executable);
        station.Handshake();
        Hand(station, pid == "p001" ? Repository.Blades : Repository.Coins);
        var roi = pid == "p001" ? """{"roi":{"x":0,"y":0,"width":800,"height":600}}""" : """{"roi":"0,0,384,303"}""";

        Assert.Equal("OK", (string?)station.Ask(Call("a", "pre", 1, pid, roi))["status"]);
        var located = station.Ask(Call("b", "execute", 1, pid, roi));
        Assert.Equal("OK", (string?)located["status"]);
        Assert.Equal("OK", (string?)located["data"]!["result_status"]);
        Assert.Equal("OK", (string?)station.Ask(Call("c", "pre", 2, pid, "{}"))["status"]);
        var inspected = station.Ask(Call("d", "execute", 2, pid, """{"threshold":0.7,"mode":"accurate"}"""));

        Assert.Equal("d", (string?)inspected["request_id"]);
        Assert.Equal("OK", (string?)inspected["data"]!["result_status"]);
        Assert.Equal("execute", (string?)inspected["data"]!["phase"]);
        Assert.Equal(2, (int?)inspected["data"]!["step_index"]);
        Assert.Empty(inspected["data"]!["defect_rects"]!.AsArray());
        Assert.Equal(parts, inspected["data"]!["position_rects"]!.AsArray().Count); // never cut
    }

    [Fact]
    [Conformance(32, "C21")]
    public void Step_2_without_the_tray_of_step_1_is_1003()
    {
        using var station = new Station(example.Executable);
        station.Handshake();
        Hand(station, Repository.Blades);
        var answer = station.Ask(Call("a", "execute", 2, "p001", "{}", session: "session-without-step-1"));

        Assert.Equal("ERROR", (string?)answer["status"]);
        Assert.Equal("1003", (string?)answer["error_code"]);
    }

    [Fact]
    [Conformance(266, 521, 522)]
    public void Flat_calls_without_request_id_are_answered_and_execute_of_step_2_after_pre_of_step_1_is_1003()
    {
        using var station = new Station(example.Executable);
        station.Handshake();
        Hand(station, Repository.Blades);

        var pre = station.Ask(Flat("pre", 1));
        var execute = station.Ask(Flat("execute", 2));

        Assert.Null(pre["request_id"]);
        Assert.Equal(("result", "OK", "pre"), ((string?)pre["type"], (string?)pre["status"], (string?)pre["data"]!["phase"]));
        Assert.Null(execute["request_id"]);
        Assert.Equal(("result", "ERROR", "1003"), ((string?)execute["type"], (string?)execute["status"], (string?)execute["error_code"]));
        Assert.Equal(("execute", 2), ((string?)execute["data"]!["phase"], (int?)execute["data"]!["step_index"]));

        static string Flat(string phase, int step) =>
            $$$"""
            {"type": "call", "phase": "{{{phase}}}", "step_index": {{{step}}}, "pid": "p001", "session": {"id": "sid-123", "context": {} },
             "user_params": {{{(step == 1 ? """{"roi": {"x": 0, "y": 0, "width": 800, "height": 600} }""" : "{}")}}}, "shared_mem_id": "shm-picture-1",
             "image_meta": {"width": 0, "height": 0, "timestamp_ms": 1714000000000, "camera_id": "unknown"} }
            """;
    }

    [Theory]
    [InlineData("p009", """{"roi":"0,0,800,600"}""", "shm-picture-1", "1001")]
    [InlineData("p001", """{"roi":"0,0,800,600"}""", "shm-nowhere-1", "1002")]
    [InlineData("p001", """{"exposure":12.0}""", "shm-picture-1", "1006")]
    [InlineData("p001", """{"roi":"0,0,800,600","exposure":99}""", "shm-picture-1", "1006")]
    [InlineData("p001", """{"roi":"10,0,800,600"}""", "shm-picture-1", "1007")]
    [Conformance(191, 196, 198, 199, 200, "C21", "C24")]
    public void A_bad_call_is_refused_with_its_code(string pid, string parameters, string image, string code)
    {
        using var station = new Station(example.Executable);
        station.Handshake();
        Hand(station, Repository.Blades);
        var answer = station.Ask(Call("a", "execute", 1, pid, parameters).Replace("shm-picture-1", image, StringComparison.Ordinal));

        Assert.Equal("ERROR", (string?)answer["status"]);
        Assert.Equal(code, (string?)answer["error_code"]);
        Assert.False(string.IsNullOrEmpty((string?)answer["message"]));
    }

    [Fact]
    [Conformance(285, 288, 289, 303, 539, "C44")]
    public void A_ping_and_a_second_call_are_answered_while_a_long_execute_runs()
    {
        using var station = new Station(example.Executable);
        station.Handshake();
        LargePicture.Write(Path.Combine(station.Images, "shm-picture-1.npy"), width: 8000, height: 8000);
        station.Send(
            Call("long", "execute", 1, "p001", """{"roi":"0,0,8000,8000"}"""),
            """{"type":"ping"}""",
            Call("second", "execute", 1, "p001", """{"roi":"0,0,8000,8000"}"""));

        var answers = new[] { station.Receive(), station.Receive(), station.Receive() };

        Assert.Equal("pong", (string?)answers[0]["type"]);
        Assert.Equal("second", (string?)answers[1]["request_id"]);
        Assert.Equal("1000", (string?)answers[1]["error_code"]); // busy
        Assert.Equal("long", (string?)answers[2]["request_id"]);
        Assert.Equal("result", (string?)answers[2]["type"]);
    }

    [Fact]
    [Conformance(77, 294, 296)]
    public void Reset_forgets_what_the_detection_left_in_the_session()
    {
        using var station = new Station(example.Executable);
        station.Handshake();
        Hand(station, Repository.Blades);
        station.Ask(Call("a", "execute", 1, "p001", """{"roi":"0,0,800,600"}"""));
        var reset = station.Ask(Call("b", "reset", 1, "p001", "{}"));

        Assert.Equal("OK", (string?)reset["status"]);
        Assert.Equal("1003", (string?)station.Ask(Call("c", "execute", 2, "p001", "{}"))["error_code"]);
    }

    [Fact]
    [Conformance(307, 540)]
    public void Shutdown_is_answered_after_one_Teardown_and_the_process_ends_with_0()
    {
        using var station = new Station(example.Executable);
        station.Handshake();
        var answer = station.Ask("""{"type":"shutdown"}""");

        Assert.Equal("shutdown", (string?)answer["type"]);
        Assert.Equal("OK", (string?)answer["status"]);
        Assert.Equal(0, station.End());
        Assert.Single(Teardowns(station));
    }

    [Fact]
    [Conformance(79)]
    public void End_of_input_ends_it_with_one_Teardown()
    {
        using var station = new Station(example.Executable);
        station.Handshake();
        station.CloseInput();

        Assert.Equal(0, station.End());
        Assert.Single(Teardowns(station));
    }

    /// <summary>The lines that the sample's own Teardown logs.</summary>
    private static IEnumerable<string> Teardowns(Station station) => station.Log.Split('\n')
        .Where(line => line.StartsWith('{'))
        .Where(line => (string?)JsonNode.Parse(line)!["message"] == "资源已释放");
}
