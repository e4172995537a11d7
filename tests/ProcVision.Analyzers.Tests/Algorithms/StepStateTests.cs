using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>PV1028 and PV1029: what steps leave behind in fields and properties.</summary>
public sealed class StepStateTests
{
    [Theory]
    [InlineData("int _count;", "{|PV1028:_count|}++;", "field '_count'")]
    [InlineData("int _count;", "this.{|#0:_count|} += 2;", "")]
    [InlineData("double _light;", "{|PV1028:_light|} = step.Image.Mean();", "field '_light'")]
    [InlineData("double Light { get; set; }", "{|PV1028:Light|} = step.Image.Mean();", "property 'Light'")]
    [InlineData("string? _first;", "{|PV1028:_first|} ??= step.Pid;", "field '_first'")]
    [InlineData("readonly List<double> _lights = [];", "{|PV1028:_lights|}.Add(step.Image.Mean());", "field '_lights'")]
    [InlineData("List<double>? _lights = [];", "{|PV1028:_lights|}?.Add(step.Image.Mean());", "field '_lights'")]
    [InlineData("readonly Dictionary<string, int> _counts = [];", "{|PV1028:_counts|}[step.Pid] = 1;", "field '_counts'")]
    [InlineData("readonly int[] _counts = new int[4];", "{|PV1028:_counts|}[1]++;", "field '_counts'")]
    [InlineData("readonly int[] _counts = new int[4];", "Array.Clear({|PV1028:_counts|});", "field '_counts'")]
    [InlineData("readonly int[] _counts = new int[4];", "var counts = {|PV1028:_counts|}; counts[1] = 5;", "field '_counts'")]
    [InlineData("readonly System.Text.StringBuilder _text = new();", "{|PV1028:_text|}.Append(step.Pid);", "field '_text'")]
    [InlineData("int _count;", "System.Threading.Interlocked.Increment(ref {|PV1028:_count|});", "field '_count'")]
    [InlineData("int _count;", "_ = int.TryParse(step.Pid, out {|PV1028:_count|});", "field '_count'")]
    [InlineData("int _count; int _sum;", "({|PV1028:_count|}, _) = (1, 2);", "field '_count'")]
    [InlineData("Tally _tally; struct Tally { public int Good; }", "{|PV1028:_tally|}.Good = 1;", "field '_tally'")]
    [InlineData("readonly Tally _tally = new(); sealed class Tally { public int Good { get; set; } }", "{|PV1028:_tally|}.Good++;", "field '_tally'")]
    [InlineData("int _count; void Count() => {|PV1028:_count|}++;", "Count();", "field '_count'")]
    [InlineData("int _count;", "Count(); void Count() => {|PV1028:_count|}++;", "field '_count'")]
    [InlineData("int _count; int Count { get => _count; set => {|PV1028:_count|} = value; }", "Count = 5;", "field '_count'")]
    [InlineData("int _count;", "{|PV1028:_count|} = 1; _count = 2; _count++;", "field '_count'")]
    public async Task PV1028_a_step_that_changes_its_algorithm(string member, string statement, string what)
    {
        statement = statement.Replace("this.{|#0:_count|}", "{|PV1028:this._count|}", StringComparison.Ordinal);
        var messages = await RuleTest.FindAsync(Class(member, statement), Demo.OneStep);
        string message = Assert.Single(messages);
        Assert.StartsWith($"The {what}", message, StringComparison.Ordinal);
        Assert.Contains(" is changed in '", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PV1028_says_where_the_value_belongs()
    {
        var messages = await RuleTest.FindAsync(Class("int _count;", "{|PV1028:_count|}++;"), Demo.OneStep);
        Assert.Equal(
            "The field '_count' is changed in 'Locate' and stays so for the next detection and pid, but not when the process starts again. "
                + "Keep the value in the session, or mark '_count' with [KeptBetweenCalls] if this is meant.",
            Assert.Single(messages));
    }

    [Fact]
    public async Task PV1028_a_field_of_a_base_class() => await RuleTest.FindAsync(
        "public abstract class Vision { protected int Count; protected void Add() => {|PV1028:Count|}++; } "
            + Class("", "Add();").Replace("Demo ", "Demo : Vision ", StringComparison.Ordinal),
        Demo.OneStep);

    [Theory]
    [InlineData("static int Count;", "{|PV1029:Count|}++;", "field 'Count'")]
    [InlineData("static int Count { get; set; }", "{|PV1029:Count|} = 5;", "property 'Count'")]
    [InlineData("static readonly List<double> Lights = [];", "{|PV1029:Lights|}.Add(step.Image.Mean());", "field 'Lights'")]
    [InlineData("static class Totals { public static int Count; }", "{|PV1029:Totals.Count|}++;", "field 'Count'")]
    [InlineData("static int Count; static void Add() => {|PV1029:Count|}++;", "Add();", "field 'Count'")]
    public async Task PV1029_a_step_that_changes_a_static_value(string member, string statement, string what)
    {
        var messages = await RuleTest.FindAsync(Class(member, statement), Demo.OneStep);
        string where = member.Contains("Add()", StringComparison.Ordinal) ? "Add" : "Locate";
        Assert.Equal(
            $"The static {what} is changed in '{where}' and stays so for all algorithms and detections of the process, but not when it starts again. "
                + "Keep the value in the session, or mark 'Count' with [KeptBetweenCalls] if this is meant.".Replace("Count", what.Split('\'')[1], StringComparison.Ordinal),
            Assert.Single(messages));
    }

    [Fact]
    public async Task PV1029_in_another_class_that_a_step_hands_its_picture_to() => await RuleTest.FindAsync(
        "static class Finder { static int _calls; static int[] _sums = []; public static double Find(StepImage image) { {|PV1029:_calls|}++; return image.Mean(); } public static void Clear() => _sums = []; } "
            + Class("", "_ = Finder.Find(step.Image);"),
        Demo.OneStep);

    [Theory]
    [InlineData("[KeptBetweenCalls] int _count;", "_count++;")]
    [InlineData("[KeptBetweenCalls] int Count { get; set; }", "Count++;")]
    [InlineData("[field: KeptBetweenCalls] int Count { get; set; }", "Count++;")]
    [InlineData("[KeptBetweenCalls] readonly Dictionary<string, byte[]> _models = [];", "_models[step.Pid] = [];")]
    [InlineData("[KeptBetweenCalls] static int Count;", "Count++;")]
    [InlineData("[ThreadStatic] static int[]? t_sums;", "t_sums ??= new int[256];")]
    public async Task What_is_marked_as_kept_is_fine(string member, string statement) => await RuleTest.FindAsync(Class(member, statement), Demo.OneStep);

    [Theory]
    [InlineData("int _limit; void Setup(SetupContext context) => _limit = 5;", "_ = step.Image.Mean() > _limit;")]
    [InlineData("readonly int _limit; public Demo() => _limit = 5;", "_ = step.Image.Mean() > _limit;")]
    [InlineData("readonly int _limit = 5;", "int _other = _limit; _other++;")]
    [InlineData("int _count = 5;", "int _count = 1; _count++; _ = _count + this._count;")]
    [InlineData("readonly List<int> _limits = [];", "foreach (int limit in _limits) _ = limit; _ = _limits.Contains(5); _ = _limits.Count == 3;")]
    [InlineData("readonly Dictionary<string, int> _limits = [];", "_ = _limits.TryGetValue(step.Pid, out int limit);")]
    [InlineData("readonly int[] _limits = [1, 2];", "var copy = (int[])_limits.Clone(); copy[0] = _limits[0];")]
    [InlineData("readonly List<int> _limits = [];", "var copy = new List<int>(_limits); copy.Add(5);")]
    [InlineData("Rect _area = new(1, 2, 3, 4);", "_ = _area.IsInside(100, 100); var area = _area; area = default;")]
    [InlineData("Tally _tally; struct Tally { public int Good; }", "var tally = _tally; tally.Good++;")]
    [InlineData("readonly Engine _engine = new(); sealed class Engine { public double Threshold { get; set; } }", "_engine.Threshold = 0.5;")]
    [InlineData("readonly Finder _finder = new(); sealed class Finder { int _calls; public void Find() => _calls++; }", "_finder.Find();")]
    [InlineData("readonly object _gate = new(); long _frames;", "lock (_gate) { } _ = System.Threading.Volatile.Read(ref _frames);")]
    [InlineData("static readonly string[] Names = [\"a\"];", "_ = Array.IndexOf(Names, step.Pid);")]
    [InlineData("long _started; void OnStepStart(in StepStart start) => _started = 5; void Reset(in ResetContext context) => _started = 0;", "_ = _started;")]
    [InlineData("int _resets; void Reset(in ResetContext context) => Clear(); void Clear() => _resets = 0;", "")]
    [InlineData("System.Collections.Immutable.ImmutableArray<int> _limits = [];", "var more = _limits.Add(5);")]
    public async Task What_a_step_only_reads_or_changes_for_itself_is_fine(string member, string statement) =>
        await RuleTest.FindAsync(Class(member, statement), Demo.OneStep);

    [Fact]
    public async Task A_class_that_is_no_algorithm_may_keep_state() => await RuleTest.FindAsync(
        "public sealed class Finder { private int _calls; public double Find(StepImage image) { _calls++; return image.Mean(); } } " + Class("readonly Finder _finder = new();", "_ = _finder.Find(step.Image);"),
        Demo.OneStep);

    private static string Class(string member, string statement) =>
        $$"""[Algorithm] public sealed partial class Demo { {{member}} [Execute(1)] ExecuteResult Locate(in LocateStep step) { {{statement}} return ExecuteResult.Ok(); } }""";

    [Theory]
    [InlineData("int Total { get => field; set => field = value; } void Setup(SetupContext context) => Total = 1;", "step.Log.Info($\"{Total}\");")]
    [InlineData("int _total; int Total { get => _total; set => _total = value; } void Setup(SetupContext context) => Total = 1;", "step.Log.Info($\"{Total}\");")]
    [InlineData("int _total; int Total { get => _total; set => {|PV1028:_total|} = value; }", "Total = 2;")]
    public async Task A_setter_is_run_by_a_step_that_writes_the_property(string member, string statement) =>
        await RuleTest.FindAsync(Class(member, statement), Demo.OneStep);
}
