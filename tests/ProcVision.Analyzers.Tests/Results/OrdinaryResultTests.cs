namespace ProcVision.Analyzers.Results;

/// <summary>Correct code of many styles that looks like a mistake about results: stand-ins, templates, methods of the author's own with a framework's name.</summary>
public sealed class OrdinaryResultTests
{
    private const string Types = """
        public sealed record Stats(byte Low, byte? MaxPixel);
        public sealed record Named(byte[] ImageHash, ushort[] PixelHistogram, byte[] MicroprocessorId);
        public static class Tracing { public static ExecuteResult Traced(this ExecuteResult r) => r; }
        """;

    [Theory]
    [InlineData("static DefectRect[] ToArray() => []; return ExecuteResult.Ng(\"a\", ToArray());")]
    [InlineData("var worst = new DefectRect(default, \"\", 0); foreach (var d in new List<DefectRect>()) if (d.Score > worst.Score) worst = d; Count += worst.Box.X;")]
    [InlineData("var best = new PositionRect(default, \"\", double.NegativeInfinity); if (Flag) best = new(_box, \"a\", 1); return ExecuteResult.Ok([best]);")]
    [InlineData("DefectRect best = default; best = new DefectRect { Box = _box }; best = best with { Label = \"a\" };")]
    [InlineData("var d = new DefectRect(default, \"划痕\", 0.9) with { Box = _box }; return ExecuteResult.Ng(\"a\", [d]);")]
    [InlineData("var t = new DefectRect(new Rect(0, 0, 0, 0), \"划痕\", -1); var all = new List<DefectRect>(); foreach (var b in new List<Rect>()) all.Add(t with { Box = b, Score = 0.5 }); return ExecuteResult.Ng(\"a\", all);")]
    [InlineData("var b = new List<DefectRect>().Aggregate(new DefectRect(default, \"\", 0), (x, y) => x.Score > y.Score ? x : y); return ExecuteResult.Ng(\"a\", [b]);")]
    [InlineData("var w = new List<DefectRect>().FirstOrDefault(new DefectRect(default, \"\", 0)); if (w.Score > 0) return ExecuteResult.Ng(\"a\", [w]);")]
    [InlineData("string text = \"\"; ref string r = ref text; r = \"a\"; return ExecuteResult.Ng(text);")]
    [InlineData("var r = ExecuteResult.Ok(); r.Traced(); return r;")]
    [InlineData("return ExecuteResult.Ok().With(\"m\", new Stats(1, null), Json<Stats>());")]
    [InlineData("return ExecuteResult.Ok().With(\"m\", new Named([], [], []), Json<Named>());")]
    [InlineData("bool good = Count > 3; if (!good) return ExecuteResult.Ng(\"a\"); try { return ExecuteResult.Ok().With(\"m\", 1, Json<int>()); } catch (Exception e) { step.Log.Warn(e.Message); return ExecuteResult.Ok(); }")]
    [InlineData("const DayOfWeek D = DayOfWeek.Monday; return ExecuteResult.Ng($\"{D}\");")]
    [InlineData("List<DefectRect> found = []; found.Add(new(_box, \"a\", 1)); return ExecuteResult.Ng(\"a\", [.. found]);")]
    [InlineData("List<DefectRect> found = []; found.Add(new(_box, \"a\", 1)); var (a, b) = (found, 1); return ExecuteResult.Ng(\"a\", a);")]
    [InlineData("var found = new DefectRect[32]; int n = 0; found[n++] = new(_box, \"a\", 1); return ExecuteResult.Ng(\"a\", found[..n]);")]
    [InlineData("var found = new DefectRect[32]; int n = 0; found[n++] = new(_box, \"a\", 1); return ExecuteResult.Ng(\"a\", new ArraySegment<DefectRect>(found, 0, n));")]
    [InlineData("ExecuteResult result = default; switch (Count) { case 1: result = ExecuteResult.Ok(); break; default: result = ExecuteResult.Ng(\"a\"); break; } return result;")]
    [InlineData("ExecuteResult? failure = null; if (Flag) failure = ExecuteResult.Ng(\"a\"); return failure ?? ExecuteResult.Ok();")]
    [InlineData("ExecuteResult? Find() => default; return Find() ?? ExecuteResult.Ok();")]
    [InlineData("static ExecuteResult Pick(bool ok) => ok switch { true => ExecuteResult.Ok(), false => ExecuteResult.Ng(\"a\") }; return Pick(Flag);")]
    [InlineData("ArgumentNullException.ThrowIfNull(Text); ObjectDisposedException.ThrowIf(Flag, this);")]
    [InlineData("ErrorCode code = 0; if (Flag) code = ErrorCode.Timeout; if (code != 0) return ExecuteResult.Error(code, \"a\");")]
    [InlineData("ErrorCode? none = null; var names = new Dictionary<int, string> { [(int)ErrorCode.Timeout] = \"a\" };")]
    [InlineData("var r = ExecuteResult.Ng(\"a\"); if (Flag) r = r.With(\"error_level\", 3, Json<int>()); return r;")]
    public async Task Nothing_is_said(string body) => Assert.Empty(await ResultStep.FindAsync(body, types: Types));

    [Fact]
    public async Task A_rectangle_without_a_place_that_goes_into_a_result_is_none_of_these() => _ = await ResultStep.FindAsync(
        """
        var nowhere = new DefectRect({|PV3007:default|}, "a", 0);
        var positions = new List<PositionRect>();
        positions.Add(new({|PV3007:default|}, "a", 1));
        if (Flag) return ExecuteResult.Ok([.. new List<Rect>().Select(b => {|PV3017:new PositionRect { Box = b }|}), .. positions]);
        var percent = new DefectRect(_box, "a", {|PV3013:95|});
        percent = percent with { Label = "b" };
        return ExecuteResult.Ng("a", [nowhere, percent]);
        """);

    [Fact]
    public async Task An_enum_in_a_reason_counts_by_its_name_and_not_by_its_number() => Assert.Empty(await ResultStep.FindAsync(
        "const Wide w = Wide.A; return ExecuteResult.Ng($\"{w}{w}{w}{w}{w}{w}\");", types: "public enum Wide { A = 1234567890 }"));
}
