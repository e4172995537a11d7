using System.Text.Json.Nodes;

namespace ProcVision.EndToEnd.Tests;

/// <summary>
/// The published sample, driven as today's engine drives an algorithm: two encoded pictures per step, whose size the engine does not know, and no
/// pid, parameters or session (conformance 298, 519, 520, 522).
/// </summary>
[Collection(PublishedExample.Sources)]
public class ExecuteOnlyTests(PublishedExample example)
{
    private const string GuideInfo = """[{"label":"1","posList":[{"x":231,"y":44,"width":356,"height":94}]}]""";

    [Theory]
    [InlineData("p001", 6)]
    [InlineData("p002", 24)]
    [Conformance(89, 91, 298, 299, 520, 522, "C6")]
    public void Both_steps_of_a_detection_share_one_session_and_find_every_part(string pid, int parts)
    {
        using var station = new Station(example.Executable, ("PROC_PID", pid));
        station.Handshake();
        var photograph = pid == "p001" ? Repository.Blades : Repository.Coins;

        var located = station.Ask(Call(station, "a", 1, photograph));
        var inspected = station.Ask(Call(station, "b", 2, photograph));

        Assert.Equal(("result", "a", "OK"), Head(located));
        Assert.Equal("OK", (string?)located["data"]!["result_status"]);
        Assert.NotNull(located["data"]!["debug"]!["brightness"]); // published by pre
        Assert.NotNull(located["data"]!["debug"]!["contrast"]); // published by execute
        Assert.Equal(("result", "b", "OK"), Head(inspected));
        var data = inspected["data"]!.AsObject();
        Assert.Equal(["step_index", "result_status", "defect_rects", "position_rects", "debug"], data.Select(member => member.Key));
        Assert.Equal(2, (int?)data["step_index"]);
        Assert.Equal("OK", (string?)data["result_status"]);
        Assert.Empty(data["defect_rects"]!.AsArray());
        Assert.Equal(parts, data["position_rects"]!.AsArray().Count);
    }

    [Fact]
    [Conformance(523)]
    public void A_part_too_few_is_NG_with_the_reason_that_the_platforms_UI_shows()
    {
        using var station = new Station(example.Executable, ("PROC_PID", "p002"));
        station.Handshake();

        // 24 coins are asked for; the photograph of the blades has six parts.
        _ = station.Ask(Call(station, "a", 1, Repository.Blades));
        var inspected = station.Ask(Call(station, "b", 2, Repository.Blades));

        Assert.Equal(("result", "b", "OK"), Head(inspected));
        Assert.Equal("NG", (string?)inspected["data"]!["result_status"]);
        Assert.False(string.IsNullOrWhiteSpace((string?)inspected["data"]!["ng_reason"]));
        Assert.NotNull(inspected["data"]!["defect_rects"]);
    }

    [Fact]
    public void Each_first_step_begins_a_new_detection()
    {
        using var station = new Station(example.Executable, ("PROC_PID", "p001"));
        station.Handshake();

        _ = station.Ask(Call(station, "a", 1, Repository.Blades));
        Assert.Equal("OK", (string?)station.Ask(Call(station, "b", 2, Repository.Blades))["data"]!["result_status"]);
        // No tray is found on a wall: its detection has no tray, and nothing is left of the one before.
        _ = station.Ask(Call(station, "c", 1, Repository.Brick));
        var inspected = station.Ask(Call(station, "d", 2, Repository.Blades));

        Assert.Equal(("result", "d", "ERROR"), Head(inspected));
        Assert.Equal("1003", (string?)inspected["error_code"]);
    }

    [Fact]
    public void With_two_products_and_no_PROC_PID_a_call_is_1001_that_says_what_to_set()
    {
        using var station = new Station(example.Executable);
        station.Handshake();

        var answer = station.Ask(Call(station, "a", 1, Repository.Blades));

        Assert.Equal(("result", "a", "ERROR"), Head(answer));
        Assert.Equal("1001", (string?)answer["error_code"]);
        Assert.Contains("PROC_PID", (string?)answer["message"], StringComparison.Ordinal);
        Assert.Equal(["step_index"], answer["data"]!.AsObject().Select(member => member.Key));
    }

    [Fact]
    [Conformance(306, 519, 520, "C45")]
    public void The_engines_info_and_its_calls_meet_in_one_process()
    {
        using var station = new Station(example.Executable, ("PROC_PID", "p001"));
        station.Handshake();

        var info = station.Ask(
            """{"type":"call","request_id":"i","phase":"info","session":{"id":"info-req","context":{}},"user_params":{},"shared_mem_id":"","image_meta":{}}""");
        Assert.Equal("algorithm-example", (string?)info["data"]!["info"]!["name"]);
        foreach (var step in info["data"]!["info"]!["steps"]!.AsArray())
        {
            var number = (int)step!["step_number"]!;
            Assert.Equal("OK", (string?)station.Ask(Call(station, $"s{number}", number, Repository.Blades))["data"]!["result_status"]);
        }
    }

    [Theory]
    [InlineData("cur_image_shm_id")]
    [InlineData("guide_image_shm_id")]
    [Conformance(94)]
    public void A_call_without_both_pictures_is_error_1000(string id)
    {
        using var station = new Station(example.Executable, ("PROC_PID", "p001"));
        station.Handshake();

        var answer = station.Ask(Call(station, "a", 1, Repository.Blades).Replace(id, "other_id", StringComparison.Ordinal));

        Assert.Equal(("error", "a", "ERROR"), Head(answer));
        Assert.Equal("1000", (string?)answer["error_code"]);
        Assert.Equal("missing cur_image_shm_id/guide_image_shm_id", (string?)answer["message"]);
    }

    [Fact]
    public void A_guide_picture_that_was_not_written_is_1002_and_called_the_guide()
    {
        using var station = new Station(example.Executable, ("PROC_PID", "p001"));
        station.Handshake();
        var call = Call(station, "a", 1, Repository.Blades);
        File.Delete(Path.Combine(station.Images, "shm-7b7c1e0a-cur.bin"));

        var answer = station.Ask(call);

        Assert.Equal(("result", "a", "ERROR"), Head(answer));
        Assert.Equal("1002", (string?)answer["error_code"]);
        Assert.StartsWith("引导图: ", (string?)answer["message"], StringComparison.Ordinal);
    }

    private static (string? Type, string? Id, string? Status) Head(JsonObject frame) =>
        ((string?)frame["type"], (string?)frame["request_id"], (string?)frame["status"]);

    /// <summary>
    /// Puts both pictures where the engine does (237) and gives its call, as its Python writes it: the camera's picture is <c>guide_image</c> (89).
    /// </summary>
    private static string Call(Station station, string id, int step, string photograph)
    {
        File.Copy(photograph, Path.Combine(station.Images, "shm-7b7c1e0a-guide.bin"), overwrite: true);
        File.Copy(Repository.Brick, Path.Combine(station.Images, "shm-7b7c1e0a-cur.bin"), overwrite: true);
        return $$$"""
            {"type": "call", "request_id": "{{{id}}}", "data": {"step_index": {{{step}}}, "step_desc": "\u68c0\u67e5\u6868\u53f6", "guide_info": {{{GuideInfo}}},
            "cur_image_shm_id": "shm-7b7c1e0a-cur", "cur_image_meta": {"width": 0, "height": 0, "timestamp_ms": 1714000000000, "camera_id": "cur-01", "color_space": "RGB"},
            "guide_image_shm_id": "shm-7b7c1e0a-guide", "guide_image_meta": {"width": 0, "height": 0, "timestamp_ms": 1714000000000, "camera_id": "cam-01", "color_space": "RGB"} } }
            """;
    }
}
