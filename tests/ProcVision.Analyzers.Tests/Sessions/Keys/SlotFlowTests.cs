using Microsoft.CodeAnalysis;
using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>PV2019: a read that runs before every write.</summary>
public sealed class SlotFlowTests
{
    private const string WriteTray = "step.Session.Tray = new Rect(0, 0, 1, 1);";
    private const string WriteAll = WriteTray + """
        step.Session.Template = new Template("a", 1); step.Session.Count = 1; step.Session.Light = 1; step.Session.IsLocated = true;
        step.Session.Code = "a"; step.Session.Parts = []; step.Session.Grade = Grade.Good;
        step.Session.Set("key", 5); step.Session.Set("name", "a"); step.Session.Set("list", new List<int>());
        """;

    [Fact]
    public async Task A_property_that_only_a_later_step_writes()
    {
        var messages = await new TwoSteps { Locate = "Use(step.Session.{|PV2019:Tray|}.Value);", Inspect = WriteTray }.FindAsync();
        Assert.Equal(
            "The property 'Tray' is read here in step 1, but it is first written in 'Inspect' of step 2, which runs later. Write it in an earlier step, or test it for null.",
            Assert.Single(messages));
    }

    [Fact]
    public async Task A_key_that_only_a_later_step_writes()
    {
        var messages = await new TwoSteps
        {
            Locate = """var count = step.Session.Get<int>({|PV2019:"count"|});""",
            PreInspect = """step.Session.Set("count", 5);""",
        }.FindAsync();
        Assert.Equal(
            "The key 'count' is read here in step 1, but it is first written in 'PreInspect' of the pre of step 2, which runs later. "
                + "Write it in an earlier step, or ask with TryGet whether it is there.",
            Assert.Single(messages));
    }

    [Fact]
    public async Task What_its_own_execute_writes_is_not_there_in_the_pre()
    {
        var messages = await new TwoSteps { PreInspect = "Use(step.Session.{|PV2019:Light|} * 2);", Inspect = "step.Session.Light = 5;" }.FindAsync();
        Assert.Equal(
            "The property 'Light' is read here in the pre of step 2, but it is first written in 'Inspect' of step 2, which runs later. "
                + "Write it in an earlier step, or declare it as 'double?' and test it for null.",
            Assert.Single(messages));
    }

    [Fact]
    public async Task A_method_that_fails_in_every_first_call()
    {
        var messages = await new TwoSteps { Locate = $"Use(step.Session.{{|PV2019:Tray|}}.Value);\n{WriteTray}" }.FindAsync();
        Assert.Equal(
            "The property 'Tray' is read here in step 1, but it is written only after that, in line 25. Write it in an earlier step, or test it for null.",
            Assert.Single(messages));
    }

    [Theory]
    [InlineData("Use((Rect)step.Session.{|PV2019:Tray|});")]
    [InlineData("Use((step.Session.{|PV2019:Tray|}!).Value.X);")]
    [InlineData("Use(step.Session.{|PV2019:Template|}!.Name);")]
    [InlineData("var template = step.Session.{|PV2019:Template|}!; Use(template.Name);")]
    [InlineData("var tray = step.Session.{|PV2019:Tray|}; Use(tray.Value.X); Use(tray.Value.Y);")]
    [InlineData("var state = step.Session; Use(state.{|PV2019:Tray|}.Value);")]
    [InlineData("Use($\"{step.Session.{|PV2019:Count|}}\");")]
    [InlineData("for (int i = 0; i < step.Session.{|PV2019:Count|}; i++) { }")]
    [InlineData("if (step.Session.{|PV2019:Light|} < 50) return ExecuteResult.Ok();")]
    [InlineData("var light = step.Session.{|PV2019:Light|}; if (light < 50) return ExecuteResult.Ok();")]
    [InlineData("foreach (var part in step.Session.{|PV2019:Parts|}) Use(part);")]
    [InlineData("Use(step.Session.{|PV2019:Code|}.Trim());")]
    [InlineData("Use(step.Session.{|PV2019:Parts|}[0]);")]
    [InlineData("Use((int)step.Session.{|PV2019:Light|});")]
    [InlineData("step.Diagnostics.Publish(\"light\", step.Session.{|PV2019:Light|});")]
    [InlineData("Use(step.Session.Get<int>({|PV2019:\"Count\"|}));")]
    [InlineData("Use(step.Session.Get<string>({|PV2019:\"name\"|})!);")]
    [InlineData("Use(step.Session.Get<List<int>>({|PV2019:\"list\"|})!.Count);")]
    [InlineData("const string Key = \"key\"; Use(step.Session.Get<int>({|PV2019:Key|}));")]
    [InlineData("if (step.Image.Width > 200) { Use(step.Session.{|PV2019:Count|}); }")]
    public async Task Every_way_to_rely_on_it(string read) => await new TwoSteps { Locate = read, Inspect = WriteAll }.FindAsync();

    [Theory]
    [InlineData("if (step.Session.Tray is null) return ExecuteResult.Ok();")]
    [InlineData("if (step.Session.Tray is not { } tray) return ExecuteResult.Error(ErrorCode.ModelNotFound, \"未找到\");")]
    [InlineData("if (step.Session.Tray == null) return ExecuteResult.Ok(); Use(step.Session.Tray.Value);")]
    [InlineData("if (step.Session.Tray.HasValue) Use(step.Session.Tray.Value);")]
    [InlineData("var tray = step.Session.Tray ?? new Rect(0, 0, 5, 5);")]
    [InlineData("var tray = step.Session.Tray; if (tray is null) return ExecuteResult.Ok(); Use(tray.Value);")]
    [InlineData("var tray = step.Session.Tray.GetValueOrDefault();")]
    [InlineData("Use(step.Session.Tray?.Width);")]
    [InlineData("Use(step.Session.Tray);")]
    [InlineData("Use(step.Session.Template?.Name ?? \"\");")]
    [InlineData("if (step.Session is { Tray: var tray }) Use(tray);")]
    [InlineData("if (step.Session is { Count: > 0 }) return ExecuteResult.Ok();")]
    [InlineData("if (step.Session.Count == 0) return ExecuteResult.Ok(); Use(step.Session.Count);")]
    [InlineData("if (step.Session.Light > 0) Use(step.Session.Light);")]
    [InlineData("var count = step.Session.Count; if (count == 0) return ExecuteResult.Ok(); Use(count);")]
    [InlineData("if (!step.Session.IsLocated) return ExecuteResult.Error(ErrorCode.ModelNotFound, \"未定位\");")]
    [InlineData("if (step.Session.Parts.Count == 0) return ExecuteResult.Ok(); foreach (var part in step.Session.Parts) Use(part);")]
    [InlineData("if (string.IsNullOrEmpty(step.Session.Code)) return ExecuteResult.Ok();")]
    [InlineData("if (step.Session.Code is \"\") return ExecuteResult.Ok();")]
    [InlineData("switch (step.Session.Grade) { case Grade.None: break; default: Use(1); break; }")]
    [InlineData("Use(step.Session.Grade switch { Grade.None => 1, _ => 2 });")]
    [InlineData("if (step.Session.Grade != default) Use(1);")]
    [InlineData("if (step.Session.TryGet<int>(\"key\", out var value)) Use(step.Session.Get<int>(\"key\"));")]
    [InlineData("if (step.Session.Exists(\"key\")) Use(step.Session.Get<int>(\"key\"));")]
    [InlineData("Use(step.Session.Get(\"key\", 5));")]
    [InlineData("Use(step.Session.Get<string>(\"name\") ?? \"none\");")]
    [InlineData("Use(step.Session.Get<List<int>>(\"list\")?.Count ?? 0);")]
    [InlineData("Use(nameof(step.Session.Tray));")]
    [InlineData("step.Session.Count++;")]
    [InlineData("step.Session.Tray ??= new Rect(0, 0, 1, 1); Use(step.Session.Tray.Value);")]
    [InlineData("(step.Session.Count, step.Session.Light) = (1, 2);")]
    [InlineData("if (step.Image.Width > 200) step.Session.Tray = new Rect(0, 0, 1, 1); Use(step.Session.Tray!.Value);")]
    public async Task Who_asks_whether_it_is_there_or_writes_it_first_is_right(string read) => await new TwoSteps { Locate = read, Inspect = WriteAll }.FindAsync();

    [Theory]
    [Conformance(31)]
    [InlineData("var count = step.Session.Count; step.Session.Count = count + 1;")]
    [InlineData("step.Session.Count = step.Session.Count + 1;")]
    [InlineData("step.Session.Count += 2;")]
    [InlineData("step.Session.Set(\"count\", step.Session.Get<int>(\"count\") + 1);")]
    [InlineData("step.Session.Set(\"count\", step.Session.Get(\"count\", 0) + 1);")]
    public async Task A_step_counts_its_own_calls(string count) => await new TwoSteps { Locate = count }.FindAsync();

    [Theory]
    [InlineData("for (int i = 0; i < 3; i++) { if (i > 0) Use(step.Session.Tray!.Value); step.Session.Tray = new Rect(i, 0, 1, 1); }")]
    [InlineData("foreach (int i in new[] { 1, 2 }) { while (i > 1) { Use(step.Session.Tray!.Value); break; } step.Session.Tray = new Rect(i, 0, 1, 1); }")]
    [InlineData("var session = step.Session; Keep(session); Use(step.Session.Tray!.Value); static void Keep(State state) => state.Tray = new Rect(0, 0, 1, 1);")]
    public async Task A_write_that_stands_below_may_run_before(string body) => await new TwoSteps { Locate = body }.FindAsync();

    [Fact]
    public async Task What_an_earlier_step_or_the_own_pre_writes_is_there() => await new TwoSteps
    {
        PreLocate = WriteTray + """step.Session.Set("light", 5.0);""",
        Locate = """Use(step.Session.Tray!.Value); step.Session.Count = 5; Use(step.Session.Get<double>("light"));""",
        PreInspect = "Use(step.Session.Count * 2); step.Session.Light = 3;",
        Inspect = "Use(step.Session.Light * 2 + step.Session.Count); Use(step.Session.Tray!.Value);",
    }.FindAsync();

    [Fact]
    public async Task Who_asks_in_the_pre_need_not_ask_again_in_the_execute() => await new TwoSteps
    {
        PreLocate = """if (step.Session.Tray is null) return PreResult.Error(ErrorCode.ModelNotFound, "未找到料盘");""",
        Locate = "Use(step.Session.Tray!.Value);",
        Inspect = WriteTray,
    }.FindAsync();

    [Theory]
    [InlineData("void OnStepStart(in StepStart start) => start.Session.Set(\"Count\", 5);")]
    [InlineData("void OnStepFinish(in StepFinish finish) => finish.Session.Set(\"Count\", 5);")]
    [InlineData("static void Fill(State state) => state.Count = 5;")]
    [InlineData("static void Fill(in LocateStep step) => step.Session.Count = 5;")]
    [InlineData("static int Look(State state) => state.Count;")]
    [InlineData("static int Look(Session session) => session.Get<int>(\"Count\");")]
    public async Task Code_outside_of_step_methods_that_uses_it_silences_the_rule(string member) => await new TwoSteps
    {
        Locate = "Use(step.Session.Count * 2);",
        Inspect = "step.Session.Count = 5;",
        Members = member,
    }.FindAsync();

    [Theory]
    [InlineData("""step.Session.Set({|PV2004:"a" + step.Pid|}, 5);""")]
    [InlineData("Action<string, int> keep = step.Session.Set; keep(\"Count\", 5);")]
    [InlineData("GC.KeepAlive(step.Start);")]
    [InlineData("Filler.Fill(step.Session);")]
    public async Task Somebody_else_may_write_it(string other) => await new TwoSteps
    {
        PreLocate = other.Replace("step.Start", "new Session(\"x\")", StringComparison.Ordinal),
        Locate = "Use(step.Session.Count * 2);",
        Inspect = "step.Session.Count = 5;",
        Types = "static class Filler { public static void Fill(State state) => state.Count = 5; }",
    }.FindAsync();

    [Fact]
    public async Task A_base_class_of_another_assembly_may_write_it()
    {
        var library = new TestProject { AssemblyName = "library" }
            .Code("""
                using ProcVision;
                public abstract class Station { protected void OnStepStart(in StepStart start) => start.Session.Set("Count", 5); }
                """)
            .Build().IsClean();
        await new TwoSteps { Base = ": Station", Locate = "Use(step.Session.Count * 2);", Inspect = "step.Session.Count = 5;" }.FindAsync(library.ToReference());
    }

    [Fact]
    public async Task A_pre_that_calls_its_execute_runs_it_first() => await new TwoSteps
    {
        PreInspect = "var result = Inspect(step); Use(step.Session.Light * 2); Use(result);",
        Inspect = "step.Session.Light = 5;",
    }.FindAsync();

    [Fact]
    public async Task Two_algorithms_of_one_struct_have_sessions_of_their_own()
    {
        string second = Demo.TwoSteps.Replace("main:Demo", "main:Other", StringComparison.Ordinal).Replace("\"demo\"", "\"other\"", StringComparison.Ordinal);
        var source = new TwoSteps
        {
            Locate = "step.Session.Count = 5;",
            Inspect = "Use(step.Session.Count * 2);",
            Types = """
                [Algorithm(Session = typeof(State))] public sealed partial class Other
                {
                    [Execute(1)] ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok($"{step.Session.{|PV2019:Count|}}");
                    [Execute(2)] ExecuteResult Inspect(in InspectStep step)
                    {
                        step.Session.Count = 5;
                        return ExecuteResult.Ok();
                    }
                }
                """,
        };
        await RuleTest.FindAsync(source.Source, Demo.TwoSteps, second);
    }

    [Fact]
    public async Task What_nobody_writes_is_told_by_another_rule() => await new TwoSteps { Locate = "Use(step.Session.{|PV2003:Count|} * 2);" }.FindAsync();

    [Fact]
    public async Task It_is_found_without_nullable_annotations() => await new TwoSteps
    {
        Nullable = NullableContextOptions.Disable,
        Locate = "Use(step.Session.{|PV2019:Tray|}.Value); Use(step.Session.{|PV2019:Code|}.Trim()); if (step.Session.Parts.Any()) Use(step.Session.Parts[0]);",
        Inspect = WriteTray + "step.Session.Code = \"a\"; step.Session.Parts = new List<Rect>();",
    }.FindAsync();
}
