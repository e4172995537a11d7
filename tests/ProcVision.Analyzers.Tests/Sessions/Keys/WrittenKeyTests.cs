using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>PV2003: a key that is read and never written.</summary>
public sealed class WrittenKeyTests
{
    [Fact]
    public async Task Every_way_of_reading()
    {
        var messages = await KeyedStep.FindAsync("""
            step.Session.Set("tray", 1);
            var a = step.Session.Get<int>({|PV2003:"trays"|});
            var b = step.Session.Get({|PV2003:"light"|}, 0);
            _ = step.Session.TryGet<int>({|PV2003:"Tray"|}, out var c);
            _ = step.Session.Exists({|PV2003:"other"|});
            _ = step.Session.Get<int>("tray");
            _ = step.Session.Get<int>({|PV2003:"rtay"|});
            _ = step.Session.Delete("none");
            """);
        Assert.Equal("The key 'trays' is read here, but nothing in 'Demo' ever writes it. Write it in an earlier step, or read 'tray', which is written.", messages[0]);
        Assert.Equal("The key 'light' is read here, but nothing in 'Demo' ever writes it. Write it in an earlier step, or do not read it.", messages[1]);
        Assert.EndsWith("read 'tray', which is written.", messages[2], StringComparison.Ordinal);
        Assert.EndsWith("read 'tray', which is written.", messages[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_typed_property_that_nothing_sets()
    {
        var messages = await KeyedStep.FindTypedAsync(
            "public partial Rect? Tray { get; set; } public partial int Count { get; set; } public partial int Unused { get; set; }",
            """
            if (step.Session.{|PV2003:Tray|} is not { } tray)
                return ExecuteResult.Error(ErrorCode.ModelNotFound, "未找到料盘");
            step.Session.Count++;
            """);
        Assert.Equal("The property 'Tray' is read here, but nothing in 'Demo' ever writes it. Write it in an earlier step, or do not read it.", Assert.Single(messages));
    }

    [Theory]
    [InlineData("static class Judge { public static bool IsGood(State state) => state.{|PV2003:Tray|} is null; }")]
    [InlineData("static class Judge { public static bool IsGood(in State state) => state is { {|PV2003:Tray|}: null }; }")]
    [InlineData("static class Judge { public static bool IsGood(State state) => state.Exists({|PV2003:\"Tray\"|}); }")]
    [InlineData("static class Judge { public static bool IsGood(State state) { return Look(state); static bool Look(State s) => s.{|PV2003:Tray|}.HasValue; } }")]
    public async Task A_typed_property_that_is_read_outside_of_steps(string judge) =>
        await KeyedStep.FindTypedAsync("public partial Rect? Tray { get; set; }", "", judge);

    [Fact]
    public async Task A_property_of_a_struct_that_two_algorithms_share()
    {
        string second = Demo.OneStep.Replace("main:Demo", "main:Other", StringComparison.Ordinal).Replace("\"demo\"", "\"other\"", StringComparison.Ordinal);
        var messages = await RuleTest.FindAsync(
            """
            [Session] public readonly ref partial struct State { public partial int Count { get; set; } public partial int Kept { get; set; } }
            [Algorithm(Session = typeof(State))] public sealed partial class Demo
            {
                [Execute(1)] ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok($"{Shared.Sum(step.Session)}");
            }
            [Algorithm(Session = typeof(State))] public sealed partial class Other
            {
                [Execute(1)] ExecuteResult Locate(in LocateStep step)
                {
                    step.Session.Kept = 5;
                    return ExecuteResult.Ok($"{Shared.Sum(step.Session)}");
                }
            }
            static class Shared { public static int Sum(State state) => state.{|PV2003:Count|} + state.Kept; }
            """,
            Demo.OneStep,
            second);
        Assert.Matches("^The property 'Count' is read here, but nothing in 'Demo' or 'Other' ever writes it. ", Assert.Single(messages));
    }

    [Theory]
    [InlineData("step.Session.Tray = new Rect(0, 0, 1, 1);")]
    [InlineData("step.Session.Tray ??= new Rect(0, 0, 1, 1);")]
    [InlineData("(step.Session.Tray, var other) = (new Rect(0, 0, 1, 1), 5);")]
    [InlineData("step.Session.Set(\"Tray\", new Rect(0, 0, 1, 1));")]
    [InlineData("step.Session.Set(nameof(State.Tray), new Rect(0, 0, 1, 1));")]
    public async Task A_typed_property_is_written_in_any_way(string write) => await KeyedStep.FindTypedAsync(
        "public partial Rect? Tray { get; set; }", $"{write} var tray = step.Session.Tray; var again = step.Session.Get<Rect>(\"Tray\");");

    [Fact]
    public async Task A_hook_or_a_helper_may_write_it() => await RuleTest.FindAsync(
        """
        [Algorithm] public sealed partial class Demo
        {
            void OnStepStart(in StepStart start) => start.Session.Set("start", 5L);
            [Execute(1)] ExecuteResult Locate(in LocateStep step)
            {
                Helper.Keep(step.Session);
                return ExecuteResult.Ok($"{step.Session.Get<long>("start")} {step.Session.Get<int>("kept")}");
            }
        }
        public static class Helper { public static void Keep(Session session) => session.Set("kept", 5); }
        """,
        Demo.OneStep);

    [Theory]
    [InlineData("""step.Session.Set({|PV2004:"a" + step.Pid|}, 5);""")]
    [InlineData("""Action<string, int> keep = step.Session.Set; keep("count", 5);""")]
    [InlineData("GC.KeepAlive(step.Session);")]
    public async Task Somebody_else_may_write_it(string write) => await KeyedStep.FindAsync(
        $$"""
        {{write}}
        var count = step.Session.Get<int>("count");
        """);

    [Fact]
    public async Task A_base_class_of_another_assembly_may_write_it()
    {
        var library = new TestProject { AssemblyName = "library" }
            .Code("""
                using ProcVision;
                public abstract class Station { protected void OnStepStart(in StepStart start) => start.Session.Set("count", 5); }
                """)
            .Build().IsClean();
        await RuleTest.FindAsync(
            new TestProject().Reference(library.ToReference()),
            """
            [Algorithm] public sealed partial class Demo : Station
            {
                [Execute(1)] ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok($"{step.Session.Get<int>("count")}");
            }
            """,
            Demo.OneStep);
    }

    [Fact]
    public async Task A_project_without_an_algorithm_reads_what_others_wrote() => await RuleTest.FindAsync(
        """public sealed class Tests { public int Count(Session session) => session.Get<int>("count"); }""");
}
