using System.Text.Json;

namespace ProcVision.Runner.Tests;

public sealed class AnswerTests
{
    [Theory]
    [InlineData("no-status", "status")]
    [InlineData("status-ng", "\"NG\"")]
    [InlineData("no-data", "data")]
    [InlineData("no-verdict", "result_status")]
    [InlineData("ng-without-reason", "ng_reason")]
    [InlineData("ng-without-defects", "defect_rects")]
    [Conformance(215, 216)]
    public async Task A_result_that_does_not_say_what_it_must_is_1006(string behaviour, string named)
    {
        using var standIn = new StandIn(behaviour);
        var answer = await standIn.ExecuteOnceAsync();
        Assert.Equal("1006", answer.ErrorCode);
        Assert.Contains(named, answer.Message, StringComparison.Ordinal);
        Assert.Equal(Verdict.None, answer.Verdict);
    }

    [Fact]
    [Conformance(146)]
    public async Task A_pre_result_with_a_verdict_is_1006()
    {
        using var standIn = new StandIn("pre-with-verdict");
        await using var process = await standIn.StartAsync();
        var answer = await process.CallAsync(standIn.Call(Phase.Pre), null, TestContext.Current.CancellationToken);
        Assert.Equal("1006", answer.ErrorCode);
        Assert.True(process.IsUsable, "a wrong answer is no reason to end the process");
    }

    [Fact]
    [Conformance(152)]
    public async Task More_than_twenty_defects_are_cut_with_a_warning_and_the_rest_is_kept()
    {
        using var standIn = new StandIn("many-defects");
        var answer = await standIn.ExecuteOnceAsync();
        Assert.Equal(Verdict.Ng, answer.Verdict);
        Assert.Equal(20, answer.Data.GetProperty("defect_rects").GetArrayLength());
        Assert.Equal("很多", answer.Data.GetProperty("ng_reason").GetString());
        Assert.Equal("kept", answer.Data.GetProperty("extra").GetString());
        Assert.Contains("25", Assert.Single(answer.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error-without-message", "execute 出错，算法没有说明原因 (error_code 1003)")]
    [InlineData("error-with-a-list", """["tray", 3]""")]
    public async Task An_error_without_a_message_stays_one_with_its_code_and_says_that_nothing_was_said(string behaviour, string message)
    {
        // Conformance 141, C15.
        using var standIn = new StandIn(behaviour);
        var answer = await standIn.ExecuteOnceAsync();
        Assert.Equal(CallAnswerSource.Result, answer.Source);
        Assert.Equal("1003", answer.ErrorCode);
        Assert.Equal(message, answer.Message);
        Assert.Contains("message", Assert.Single(answer.Warnings), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Undefined, answer.Refused.ValueKind);
    }

    [Fact]
    public async Task A_pre_that_says_nothing_is_OK_with_a_warning_and_a_text_for_the_worker()
    {
        // Conformance 142, 143, C14, C15.
        using var standIn = new StandIn("pre-without-message");
        await using var process = await standIn.StartAsync();
        var answer = await process.CallAsync(standIn.Call(Phase.Pre), null, TestContext.Current.CancellationToken);
        Assert.True(answer.IsOk, answer.Frame.ToString());
        Assert.Equal("预执行检查通过", answer.Message);
        Assert.Contains("message", Assert.Single(answer.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"result_status":"NG"}""", "result_status")]
    [InlineData("""{"ng_reason":"坏"}""", "ng_reason")]
    [InlineData("""{"defect_rects":[]}""", "defect_rects")]
    [InlineData("""{"position_rects":[{"x":1,"y":2,"width":3,"height":4}]}""", "position_rects")]
    public async Task A_pre_that_judges_is_1006(string data, string named)
    {
        // Conformance 146.
        var answer = await AnswerWithAsync(Phase.Pre, data);
        Assert.Equal("1006", answer.ErrorCode);
        Assert.Contains($"pre 不能给出 {named}", answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"x":0,"y":0,"width":640,"height":480}""")]
    [InlineData("""{"x":639,"y":479,"width":1,"height":1,"label":null,"score":"high"}""")]
    [InlineData("""{"x":-0.4,"y":-0.99,"width":640.9,"height":480.99}""")]
    [InlineData("""{"box_coords":[0,0,640,480]}""")]
    [InlineData("""{"box_coords":[40.5,20.25,640.5,480.75],"label":"corners"}""")]
    public async Task A_rectangle_in_the_picture_holds_also_with_fractions_at_its_edge(string rect)
    {
        // Conformance 151, 157, 523: the picture has 640 x 480 pixels.
        var execute = await AnswerWithAsync(Phase.Execute, $$"""{"result_status":"NG","ng_reason":"坏","defect_rects":[{{rect}}],"position_rects":[{{rect}}]}""");
        Assert.Equal(Verdict.Ng, execute.Verdict);
        Assert.Empty(execute.Warnings);
        Assert.True((await AnswerWithAsync(Phase.Pre, $$"""{"calibration_rects":[{{rect}}]}""")).IsOk);
    }

    [Theory]
    [InlineData("""{"x":600,"y":2,"width":41,"height":4}""", "600,2,41,4")]
    [InlineData("""{"x":-1,"y":2,"width":3,"height":4}""", "-1,2,3,4")]
    [InlineData("""{"x":1,"y":479.5,"width":3,"height":1.5}""", "1,479.5,3,1.5")]
    [InlineData("""{"x":1e300,"y":2,"width":3,"height":4}""", "1E+300,2,3,4")]
    [InlineData("""{"box_coords":[10,10,20,600]}""", "[10,10,20,600]")]
    public async Task A_rectangle_outside_the_picture_is_1007_that_names_it_and_the_picture(string rect, string written)
    {
        // Conformance 158, 214.
        string good = """{"x":1,"y":2,"width":3,"height":4}""";
        foreach (var (phase, list, more) in new[]
        {
            (Phase.Execute, "defect_rects", "\"result_status\":\"NG\",\"ng_reason\":\"坏\","),
            (Phase.Execute, "position_rects", "\"result_status\":\"OK\","),
            (Phase.Pre, "calibration_rects", ""),
        })
        {
            var answer = await AnswerWithAsync(phase, $$"""{{{more}}"{{list}}":[{{good}},{{rect}}]}""");
            Assert.Equal("1007", answer.ErrorCode);
            Assert.Equal(Verdict.None, answer.Verdict);
            string message = answer.Message.Replace(", ", ",", StringComparison.Ordinal);
            Assert.Contains($"{list}[1] 超出图像范围: {written} 不在 640x480 内", message, StringComparison.Ordinal);
            Assert.Equal(2, answer.Refused.GetProperty("data").GetProperty(list).GetArrayLength());
        }
    }

    [Theory]
    [InlineData("""{"x":1,"y":1,"width":-5,"height":5,"label":"孔"}""", "defect_rects[0] '孔' 的宽高必须大于 0: 1,1,-5,5")]
    [InlineData("""{"x":1,"y":1,"width":5,"height":0}""", "defect_rects[0] 的宽高必须大于 0: 1,1,5,0")]
    [InlineData("""{"box_coords":[20,10,10,20]}""", "宽高必须大于 0")]
    public async Task A_rectangle_without_an_area_is_1007(string rect, string message)
    {
        // Conformance 157.
        var answer = await AnswerWithAsync(Phase.Execute, $$"""{"result_status":"NG","ng_reason":"坏","defect_rects":[{{rect}}]}""");
        Assert.Equal("1007", answer.ErrorCode);
        Assert.Contains(message, answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"label":"d","score":0.5}]""", "defect_rects[0] 缺少数值 x, y, width, height")]
    [InlineData("""[{"x":1,"y":"2","width":3}]""", "defect_rects[0] 缺少数值 y, height")]
    [InlineData("""[{"x":1,"y":2,"width":true,"height":4}]""", "缺少数值 width")]
    [InlineData("""[{"box_coords":[1,2,3]}]""", "box_coords")]
    [InlineData("""[{"box_coords":[1,2,3,4,"5"]}]""", "box_coords")]
    [InlineData("""[[1,2,3,4]]""", "defect_rects[0] 必须是 {x, y, width, height}")]
    [InlineData("""[null]""", "defect_rects[0]")]
    [InlineData("""{"x":1}""", "defect_rects 必须是列表")]
    public async Task What_is_no_rectangle_is_1006_that_names_what_is_missing(string rects, string message)
    {
        // Conformance 151, 178, 523.
        var answer = await AnswerWithAsync(Phase.Execute, $$"""{"result_status":"OK","defect_rects":{{rects}}}""");
        Assert.Equal("1006", answer.ErrorCode);
        Assert.Contains(message, answer.Message, StringComparison.Ordinal);
        Assert.Equal("OK", answer.Refused.GetProperty("data").GetProperty("result_status").GetString());
    }

    [Fact]
    public async Task Of_an_error_no_rectangle_is_looked_at_and_null_is_the_same_as_none()
    {
        Assert.True((await AnswerWithAsync(Phase.Execute, """{"result_status":"OK","defect_rects":null,"position_rects":null}""")).IsOk);
        var error = await AnswerWithAsync(Phase.Execute, """{"status":"ERROR","message":"未找到料盘","error_code":"1003","defect_rects":[7]}""");
        Assert.Equal("1003", error.ErrorCode);
        Assert.Empty(error.Warnings);
    }

    private static async Task<CallAnswer> AnswerWithAsync(Phase phase, string data)
    {
        using var standIn = new StandIn("rects");
        var parameters = JsonElement.Parse(data).EnumerateObject().ToDictionary(static member => member.Name, static member => member.Value);
        await using var process = await standIn.StartAsync();
        var answer = await process.CallAsync(standIn.Call(phase, parameters), null, TestContext.Current.CancellationToken);
        Assert.True(process.IsUsable, "a wrong answer is no reason to end the process");
        return answer;
    }
}
