namespace ProcVision.Analyzers.Results;

/// <summary>PV3006: more defect rectangles than are sent.</summary>
public sealed class DefectCountTests
{
    private static string Defects(int count) => string.Join(", ", Enumerable.Repeat("new(_box, \"x\")", count));

    private static string NamedDefects(int count) => string.Join(", ", Enumerable.Repeat("new DefectRect(_box, \"x\")", count));

    public static TheoryData<string> Lists =>
    [
        $"[{Defects(23)}]",
        $"new DefectRect[] {{ {Defects(23)} }}",
        $"new[] {{ {NamedDefects(23)} }}",
        $"new List<DefectRect> {{ {Defects(23)} }}",
        $"new List<DefectRect>() {{ {Defects(23)} }}.ToArray()",
        $"[{Defects(20)}, .. Some, .. new DefectRect[] {{ {Defects(3)} }}]",
    ];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Only_the_first_20_are_sent(string list)
    {
        string message = Assert.Single(await ResultStep.FindReturnAsync($"ExecuteResult.Ng(\"缺少\", {{|PV3006:{list}|}})", "private DefectRect[] Some { get; set; } = [];"));
        Assert.Equal("This result has 23 defect rectangles, and only the first 20 are sent. Return the worst 20, or merge those that lie together.", message);
        _ = await ResultStep.FindReturnAsync($"ExecuteResult.Ng(\"缺少\", null, {{|PV3006:{list}|}})", "private DefectRect[] Some { get; set; } = [];");
        _ = await ResultStep.FindReturnAsync($"ExecuteResult.Ng(defects: {{|PV3006:{list}|}}, reason: \"缺少\")", "private DefectRect[] Some { get; set; } = [];");
    }

    [Fact]
    public async Task A_variable() => _ = await ResultStep.FindAsync($"DefectRect[] all = [{Defects(21)}]; if (Flag) return ExecuteResult.Ng(\"缺少\", {{|PV3006:all|}});");

    [Fact]
    public async Task Twenty_positions_and_lists_that_are_used_otherwise_are_fine() => Assert.Empty(await ResultStep.FindAsync(
        $$"""
        DefectRect[] all = [{{Defects(30)}}];
        var worst = all.OrderByDescending(d => d.Score).Take(20).ToList();
        if (Flag) return ExecuteResult.Ng("缺少", worst);
        if (Count > 3) return ExecuteResult.Ng("缺少", [{{Defects(20)}}]);
        if (Count > 2) return ExecuteResult.Ng("缺少", [.. worst, .. worst]);
        return ExecuteResult.Ok([{{Defects(30)}}]);
        """));
}
