using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ProcVision.Runner;

namespace ProcVision.Cli.Tests;

public sealed partial class ReportWriterTests
{
    private const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'--></style></title>]]>&amp;\u202e\u0000\r\n";

    [Fact]
    public void The_verdict_its_reason_and_every_step_can_be_read()
    {
        var page = ReportPage.Of(Ng());
        Assert.Equal("NG", page.TextOf(".word"));
        Assert.Equal("不合格", page.TextOf("h1"));
        Assert.Equal("缺少1个零件", page.TextOf(".verdict .reason .data"));
        Assert.StartsWith("NG · p001 · stand-in 1.0.0 · 2026-11-23 15:04:05 +08:00", page.Title, StringComparison.Ordinal);
        Assert.Equal(["OK 步骤 1 定位料盘", "NG 步骤 2 检测零件"], page.QuerySelectorAll(".step h2").Select(static title => title.TextContent));
        Assert.Contains("7.5 ms", page.TextOf(".times table"), StringComparison.Ordinal);
        Assert.Contains("latency_ms12.5", page.TextOf(".step .members"), StringComparison.Ordinal);
        Assert.Contains("4711", page.TextOf(".facts dl"), StringComparison.Ordinal);
        Assert.Contains("tray", page.TextOf(".session"), StringComparison.Ordinal);
        Assert.Equal(["12:00:00.001 warn 暗 light=35.5", "plain"], page.QuerySelectorAll(".lines li").Select(static line => line.TextContent));
    }

    [Fact]
    [Conformance(154)]
    public void Defects_positions_and_calibrations_are_drawn_each_in_its_own_way()
    {
        var page = ReportPage.Of(Ng());
        foreach (var kind in RectKinds.All)
        {
            Assert.Single(page.QuerySelectorAll($"svg .mark.{kind.Word()} .line"));
            Assert.Contains($".{kind.Word()} {{ --kind: var(--{kind.Word()})", ReportAsset.Style, StringComparison.Ordinal);
        }

        Assert.Equal("1", page.QuerySelector(".mark.defect")!.GetAttribute("data-rect"));
        Assert.Equal("1 空位 0.9\n1,2 3×4", page.TextOf(".mark.defect title"));
        Assert.Equal("0 0 120 100", page.QuerySelector("svg.marks")!.GetAttribute("viewBox"));
    }

    [Fact]
    public void A_start_that_failed_is_reported_with_the_last_words()
    {
        var page = ReportPage.Of(InspectionRecords.NotStarted() with { Log = ["model.onnx is missing"] });
        Assert.Equal("ERROR", page.TextOf(".word"));
        Assert.Contains("模型不存在", page.TextOf(".verdict .reason .data"), StringComparison.Ordinal);
        Assert.Contains("1003", page.TextOf(".verdict .code"), StringComparison.Ordinal);
        Assert.Equal("model.onnx is missing", page.TextOf(".lines"));
        Assert.Equal(2, page.QuerySelectorAll(".step .skipped").Count(static pill => pill.TextContent == "未执行"));
        Assert.Empty(page.QuerySelectorAll(".session"));
    }

    [Fact]
    public void An_error_says_its_code_its_kind_and_who_gave_it_and_what_was_skipped()
    {
        var error = InspectionRecords.Result("""{"type":"result","status":"ERROR","message":"相机断开","error_code":"9999","error_kind":"recoverable","data":{}}""");
        var page = ReportPage.Of(InspectionRecords.Of(new StepReport(1, "a", error, null, "预执行出错"), new StepReport(2, "b", null, null, "步骤 1 出错")));
        Assert.Equal("ERROR", page.TextOf(".word"));
        Assert.Contains("步骤 1 a · 预执行 · 9999 未知错误 · 可恢复", page.TextOf(".verdict .where"), StringComparison.Ordinal);
        Assert.Contains("算法返回的结果", page.TextOf(".step .where"), StringComparison.Ordinal);
        Assert.Equal(["执行 已跳过预执行出错", "预执行和执行 已跳过步骤 1 出错"], page.QuerySelectorAll(".answer:has(.skipped)").Select(static part => part.TextContent));
    }

    [Fact]
    public void Parameters_say_where_their_value_comes_from()
    {
        var given = JsonElement.Parse("""{"exposure":9}""");
        var parameters = ParameterAssignment.Make(InspectionRecords.Manifest.Steps, InspectionRecords.Manifest.Steps, given, 120, 100);
        var page = ReportPage.Of(InspectionRecords.NotStarted() with
        {
            Steps = [.. InspectionRecords.Manifest.Steps.Zip(parameters.Steps, (step, sent) => PlannedStep.Of(step, sent, given))],
        });
        Assert.Equal(
            ["roi 0,0 120×100 整幅图像", "exposure 9 ms 给定", "threshold 0.7 默认"],
            page.QuerySelectorAll(".params tbody tr").Select(static row => Spaces().Replace(string.Join(' ', row.Children.Select(static cell => cell.TextContent)), " ").Trim()));
    }

    [Fact]
    public void No_text_of_an_algorithm_adds_anything_to_the_page()
    {
        string harmless = ReportPage.Of(WithTexts("harmless")).Structure();
        var page = ReportPage.Of(WithTexts(Hostile));
        Assert.Equal(harmless, page.Structure());
        Assert.Single(page.QuerySelectorAll("script"));
        Assert.Equal(page.TextOf(".verdict .reason .data"), page.TextOf(".step .data.strong"));
    }

    [Fact]
    public void Texts_of_100_kB_everywhere_are_cut_and_the_page_stays_small() =>
        Assert.InRange(ReportPage.Html(WithTexts(new string('<', 100_000))).Length, 100_000, 1_000_000);

    [Fact]
    public void The_file_needs_nothing_else_and_runs_no_script_but_its_own()
    {
        string html = ReportPage.Html(Ng());
        var page = ReportPage.Parse(html);
        Assert.All(
            page.All.SelectMany(static element => element.Attributes).Where(static attribute => attribute.Name is "src" or "href" or "srcset" or "action" or "data"),
            static link => Assert.StartsWith("data:", link.Value, StringComparison.Ordinal));
        Assert.DoesNotMatch(Elsewhere(), html);
        string script = Assert.Single(page.QuerySelectorAll("script")).TextContent;
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        string policy = page.QuerySelector("meta[http-equiv]")!.GetAttribute("content")!;
        Assert.Contains("default-src 'none'; img-src data:;", policy, StringComparison.Ordinal);
        Assert.Contains($"script-src 'sha256-{hash}'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain(
            page.All.SelectMany(static element => element.Attributes), static attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public void The_photograph_is_in_it_byte_for_byte()
    {
        var record = Ng();
        byte[] large = new byte[200_001];
        new Random(7).NextBytes(large);
        string source = ReportPage.Of(record with { Picture = record.Picture with { Encoded = large } }).QuerySelector("img")!.GetAttribute("src")!;
        const string Start = "data:image/png;base64,";
        Assert.StartsWith(Start, source, StringComparison.Ordinal);
        Assert.Equal(large, Convert.FromBase64String(source[Start.Length..]));
    }

    [Fact]
    public void A_photograph_of_20_MB_passes_through_without_being_collected()
    {
        var record = Ng();
        record = record with { Picture = record.Picture with { Encoded = new byte[20_000_000] } };
        using var nowhere = new StreamWriter(Stream.Null, new UTF8Encoding(false));
        ReportWriter.Write(nowhere, record);
        long before = GC.GetAllocatedBytesForCurrentThread();
        ReportWriter.Write(nowhere, record);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
    }

    [Fact]
    public void The_same_inspection_gives_the_same_bytes() => Assert.Equal(ReportPage.Html(Ng()), ReportPage.Html(Ng()));

    private static InspectionRecord Ng()
    {
        var record = InspectionRecords.Of(
            new StepReport(
                1,
                "定位料盘",
                InspectionRecords.Result("""{"type":"result","status":"OK","message":"光照检查通过","data":{"calibration_rects":[{"x":5,"y":5,"width":9,"height":9}]}}"""),
                InspectionRecords.Result("""{"type":"result","status":"OK","message":"","data":{"result_status":"OK"}}"""),
                null),
            new StepReport(
                2,
                "检测零件",
                InspectionRecords.Result("""{"type":"result","status":"OK","message":"","data":{}}"""),
                InspectionRecords.Result("""
                    {"type":"result","status":"OK","message":"缺少1个零件","data":{"result_status":"NG","ng_reason":"缺少1个零件","debug":{"latency_ms":12.5},
                    "defect_rects":[{"x":1,"y":2,"width":3,"height":4,"label":"空位","score":0.9}],"position_rects":[{"x":10,"y":20,"width":30,"height":40,"label":"零件"}]}}
                    """),
                null));
        return record with
        {
            Detection = record.Detection! with { SessionValues = [new("tray", "Rect?", JsonElement.Parse("""{"x":1}"""))] },
            Log = ["""{"level":"warn","timestamp_ms":1795406400001,"message":"暗","light":35.5}""", "plain"],
        };
    }

    /// <summary>An inspection that says one text in every place where an algorithm, a manifest or a user can say something.</summary>
    private static InspectionRecord WithTexts(string text)
    {
        string json = JsonSerializer.Serialize(text);
        var failed = InspectionRecords.Result($$"""{"type":"result","status":"ERROR","message":{{json}},"error_code":{{json}},"error_kind":{{json}},"data":{} }""");
        var ng = InspectionRecords.Result($$$"""
            {"type":"result","status":"OK","message":"m","data":{"result_status":"NG","ng_reason":{{{json}}},"extra":[{{{json}}}],"debug": { {{{json}}}: { "deep":{{{json}}} } },
            "defect_rects":[{"x":1,"y":2,"width":3,"height":4,"label":{{{json}}}},{"label":{{{json}}}}]}}
            """) with { Warnings = [text] };
        var record = InspectionRecords.Of(new StepReport(1, text, failed, ng, text));
        return record with
        {
            Manifest = record.Manifest with { Name = text, Version = text, EntryPoint = text },
            Picture = record.Picture with { Path = text },
            Session = new(text, text, text, text),
            Steps = [new(1, text, [new(text, text, text, ParameterOrigin.Given, text)])],
            Algorithm = new(1, text, TimeSpan.Zero, true),
            Detection = record.Detection! with { SessionValues = [new(text, text, JsonElement.Parse(json))] },
            Log = [text, $$"""{"level":{{json}},"message":{{json}},"field":{{json}}}"""],
            Notes = [text],
        };
    }

    /// <summary>Addresses elsewhere, and ways in which a style fetches something.</summary>
    [GeneratedRegex("https?://|@import|url\\(|//[a-z]+\\.", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();
}
