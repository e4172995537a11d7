namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>PV2007: a copy that is changed and forgotten.</summary>
public sealed class LostChangeTests
{
    private const string Properties = """
        [MaxBytes(400)] public partial List<int> Points { get; set; }
        [MaxBytes(400)] public partial int[] Values { get; set; }
        [MaxBytes(400)] public partial ImmutableArray<int> Fixed { get; set; }
        [MaxBytes(400)] public partial Dictionary<string, int> Counts { get; set; }
        [MaxBytes(400)] public partial Template? Template { get; set; }
        """;

    private const string Types = "public sealed class Template { public int Count { get; set; } public List<int> Points { get; set; } = []; }";

    [Theory]
    [Conformance(18)]
    [InlineData("step.Session.Points.Add(1)", "Add", "Points")]
    [InlineData("step.Session.Points.Sort()", "Sort", "Points")]
    [InlineData("step.Session.Points[0] = 1", "[…]", "Points")]
    [InlineData("step.Session.Points[0]++", "[…]", "Points")]
    [InlineData("step.Session.Values[0] = 1", "[…]", "Values")]
    [InlineData("step.Session.Values[0] += 1", "[…]", "Values")]
    [InlineData("Array.Sort(step.Session.Values)", "Sort", "Values")]
    [InlineData("step.Session.Fixed.Add(1)", "Add", "Fixed")]
    [InlineData("step.Session.Counts[\"a\"] = 1", "[…]", "Counts")]
    [InlineData("step.Session.Counts.Remove(\"a\")", "Remove", "Counts")]
    [InlineData("step.Session.Template!.Count = 1", "Count", "Template")]
    [InlineData("step.Session.Template!.Points.Add(1)", "Add", "Template")]
    [InlineData("step.Session.Get<List<int>>(\"Points\")!.Add(1)", "Add", "Points")]
    [InlineData("step.Session.Get(\"Points\", new List<int>()).Add(1)", "Add", "Points")]
    [InlineData("step.Session.Get<int[]>(\"Values\")![0] = 1", "[…]", "Values")]
    public async Task A_copy_is_changed(string change, string how, string key)
    {
        var messages = await KeyedStep.FindTypedAsync(Properties, Fill + $$"""{|PV2007:{{change}}|};""", Types);
        Assert.Equal(
            $"'{how}' changes a copy of '{key}', and the session keeps the old value. Put the value into a variable, change it there, and store it again.",
            Assert.Single(messages));
    }

    [Fact]
    public async Task A_copy_is_changed_behind_a_question_mark() => await KeyedStep.FindTypedAsync(
        Properties, Fill + "step.Session.Template?{|PV2007:.Points.Add(1)|};", Types);

    [Fact]
    public async Task What_has_a_name_or_is_new_is_not_lost() => await KeyedStep.FindTypedAsync(
        Properties,
        Fill + """
            var points = step.Session.Points;
            points.Add(1);
            step.Session.Points = points;
            step.Session.Points = [.. step.Session.Points, 2];
            step.Session.Fixed = step.Session.Fixed.Add(1);
            var shared = new List<int>();
            step.Session.Get("Points", shared).Add(1);
            step.Session.Points.ToList().Add(1);
            step.Session.Points.GetRange(0, 1).Clear();
            _ = step.Session.Points.Contains(1);
            _ = step.Session.Values[0];
            step.Session.Values = [1];
            """,
        Types);

    private const string Fill = """
        step.Session.Points = []; step.Session.Values = []; step.Session.Fixed = []; step.Session.Counts = []; step.Session.Template = new();
        """;
}
