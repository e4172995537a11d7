using ProcVision.CodeFixes.Compiler;

namespace ProcVision.CodeFixes.Sessions;

/// <summary>The fix of PV2007: a copy gets a name and is stored again.</summary>
public sealed class StoreAgainFixTests
{
    [Theory]
    [InlineData(
        "session.Get<List<double>>(\"last_areas\")!.Add(1.5);",
        "var lastAreas = session.Get<List<double>>(\"last_areas\")!;\n        lastAreas.Add(1.5);\n        session.Set(\"last_areas\", lastAreas);")]
    [InlineData(
        "session.Get(\"class\", new int[3])[0]++;",
        "var value = session.Get(\"class\", new int[3]);\n        value[0]++;\n        session.Set(\"class\", value);")]
    [InlineData(
        "Array.Sort(session.Get<int[]>(\"state\")!);",
        "var state2 = session.Get<int[]>(\"state\")!;\n        Array.Sort(state2);\n        session.Set(\"state\", state2);")]
    [InlineData(
        "state.Points.Add(1);",
        "var points = state.Points;\n        points.Add(1);\n        state.Points = points;")]
    [InlineData(
        "state.Best!.Count = 5;",
        "var best = state.Best!;\n        best.Count = 5;\n        state.Best = best;")]
    public Task A_copy_is_changed_in_a_variable(string before, string after) => new FixTest<StoreAgainFix>()
        .File("Step.cs", Source("{|PV2007:" + before.TrimEnd(';') + "|};"), Source(after))
        .RunAsync();

    [Theory]
    [InlineData("{|PV2007:state.Fixed.Add(1)|};")]
    [InlineData("if ({|PV2007:state.Points.Remove(1)|}) { }")]
    [InlineData("state.Best?{|PV2007:.Points.Add(1)|};")]
    public Task Nothing_is_offered_where_more_than_a_statement_would_change(string line) =>
        new FixTest<StoreAgainFix>().File("Step.cs", Source(line), Source(line)).RunAsync();

    private static string Source(string line) => $$"""
        using System.Collections.Immutable;
        using ProcVision;

        static class Step
        {
            static void Run(Session session, State state)
            {
                // Counted twice.
                {{line}}
            }
        }

        [Session]
        public readonly ref partial struct State
        {
            public partial List<int> Points { get; set; }
            public partial ImmutableArray<int> Fixed { get; set; }
            public partial Template? Best { get; set; }
        }

        public sealed class Template { public int Count { get; set; } public List<int> Points { get; set; } = []; }
        """;
}
