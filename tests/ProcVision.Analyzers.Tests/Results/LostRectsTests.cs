namespace ProcVision.Analyzers.Results;

/// <summary>PV3018: rectangles that are collected and forgotten.</summary>
public sealed class LostRectsTests
{
    [Fact]
    public async Task A_list_is_filled_and_given_to_nobody()
    {
        var messages = await ResultStep.FindAsync(
            """
            var {|PV3018:defects|} = new List<DefectRect>();
            List<PositionRect> {|PV3018:parts|} = [];
            for (int i = 0; i < Count; i++)
            {
                defects.Add(new(_box, "缺"));
                parts.Add(new(_box, "件"));
            }
            if (defects.Count > 0) return ExecuteResult.Ng($"缺少{defects.Count}个零件");
            """);
        Assert.Equal("The rectangles in 'defects' are collected here, and no result of this method gets them. Give 'defects' to 'ExecuteResult.Ng'.", messages[0]);
        Assert.Equal("The rectangles in 'parts' are collected here, and no result of this method gets them. Give 'parts' to 'ExecuteResult.Ok'.", messages[1]);
    }

    [Fact]
    public async Task Lists_that_somebody_gets() => Assert.Empty(await ResultStep.FindAsync(
        """
        var defects = new List<DefectRect>();
        defects.Add(new(_box, "缺"));
        var parts = new List<PositionRect>();
        parts.Add(new(_box, "件"));
        var places = new List<PositionRect>();
        Fill(places);
        var worst = new List<DefectRect> { new(_box, "缺") };
        worst.Add(new(_box, "缺"));
        var sorted = worst.OrderBy(d => d.Score).ToList();
        var numbers = new List<int>();
        numbers.Add(3);
        if (Flag) return ExecuteResult.Ng("缺少", parts, defects);
        if (Count > 1) return ExecuteResult.Ng("缺少", sorted);
        if (Count > 0) return ExecuteResult.Ok([.. parts]);
        """,
        "private static void Fill(List<PositionRect> places) { } private List<DefectRect> All() { var all = new List<DefectRect>(); all.Add(new(_box, \"x\")); return all; }"));
}
