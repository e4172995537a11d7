using Microsoft.CodeAnalysis.CodeFixes;
using ProcVision.CodeFixes.Compiler;

namespace ProcVision.CodeFixes.Algorithms;

/// <summary>Fixes of algorithm classes: PV1001, PV1010, PV1020, PV1025, PV1028, PV1029, PV1031.</summary>
public sealed class AlgorithmFixTests
{
    private const string OneStep = """
        {
          "name": "demo",
          "version": "1.0.0",
          "description": "料盘检测",
          "entry_point": "main:Demo",
          "supported_pids": ["p001"],
          "steps": [{ "index": 1, "id": "locate", "name": "定位" }]
        }
        """;

    private const string Locate = """
        [Execute(1)]
            ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
        """;

    [Theory]
    [InlineData("private void {|PV1025:OnStepBegin|}(StepStart begin) => begin.Log.Info(\"begin\");", "private void OnStepStart(in StepStart begin) => begin.Log.Info(\"begin\");")]
    [InlineData("void {|PV1025:TearDown|}() { }", "void Teardown() { }")]
    [InlineData("// Loads.\n    static void {|PV1025:Initialize|}() { }", "// Loads.\n    void Setup(SetupContext context) { }")]
    [InlineData("void {|PV1020:Setup|}() { }", "void Setup(SetupContext context) { }")]
    [InlineData("public void {|PV1020:Reset|}(ResetContext context) { }", "public void Reset(in ResetContext context) { }")]
    [InlineData("private static void {|PV1020:Teardown|}() { }", "private void Teardown() { }")]
    public Task A_method_becomes_the_hook_that_it_was_meant_to_be(string before, string after) => RunAsync<HookFix>(Class(before), Class(after));

    [Theory]
    [InlineData("void {|PV1025:OnStepBegin|}(int step, Session session) => session.Set(\"step\", step);")]
    [InlineData("async System.Threading.Tasks.Task {|PV1025:SetupAsync|}(SetupContext context) => await System.Threading.Tasks.Task.Yield();")]
    [InlineData("void {|PV1020:Teardown|}(int code) { }")]
    [InlineData("bool {|PV1020:Reset|}(in ResetContext context) => true;")]
    public Task A_body_that_needs_more_than_a_hook_has_is_left_alone(string hook) => RunAsync<HookFix>(Class(hook), Class(hook));

    [Theory]
    [InlineData("private int _count;", "{|PV1028:_count|}++;")]
    [InlineData("private int _count;", "{|PV1028:this._count|} = 5;")]
    [InlineData("// Of all pids.\n    private readonly List<int> _count = [];", "{|PV1028:_count|}.Add(1);")]
    [InlineData("public int Count { get; set; }", "{|PV1028:Count|}++;")]
    [InlineData("private static int s_count;", "{|PV1029:s_count|}++;")]
    public Task What_is_kept_is_marked(string member, string statement)
    {
        int line = member.IndexOf('\n', StringComparison.Ordinal);
        string comment = line < 0 ? "" : member[..line] + "\n    ";
        return RunAsync<KeepFix>(
            Stepping("", member, statement),
            Stepping("", comment + "[KeptBetweenCalls]\n    " + (line < 0 ? member : member[(line + 5)..]), Unmarked(statement)));
    }

    [Theory]
    [InlineData("", "(ExecuteOnly = true)")]
    [InlineData("()", "(ExecuteOnly = true)")]
    [InlineData("(ExecuteOnly = false)", "(ExecuteOnly = true)")]
    public Task An_algorithm_that_reads_guides_takes_them(string before, string after) => RunAsync<ExecuteOnlyFix>(
        Stepping(before, "", "_ = step.{|PV1031:Guide|}.Description;"), Stepping(after, "", "_ = step.Guide.Description;"));

    [Theory]
    [InlineData("public sealed class {|PV1001:Demo|}", "public sealed partial class Demo")]
    [InlineData("class {|PV1001:Demo|}", "partial class Demo")]
    public Task A_class_becomes_partial(string before, string after) => RunAsync<PartialClassFix>(Class("", before), Class("", after));

    [Fact]
    public Task A_step_gets_its_method() => RunAsync<MissingStepFix>(
        """
        using ProcVision;

        [Algorithm]
        public sealed partial class {|PV1010:Demo|}
        {
            [Execute(1)]
            ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
        }
        """,
        """
        using ProcVision;

        [Algorithm]
        public sealed partial class Demo
        {
            [Execute(1)]
            ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();

            [Execute(2)]
            private ExecuteResult Inspect(in InspectStep step) =>
                ExecuteResult.Error(ErrorCode.Unknown, "步骤 2 尚未实现");
        }
        """,
        OneStep.Replace("\"定位\" }", "\"定位\" }, { \"index\": 2, \"id\": \"inspect\", \"name\": \"检测\" }", StringComparison.Ordinal));

    private static Task RunAsync<TFix>(string before, string after, string manifest = OneStep)
        where TFix : CodeFixProvider, new() =>
        new FixTest<TFix>().File("Demo.cs", before, after).Manifest(manifest).RunAsync();

    private static string Unmarked(string statement) => statement.Replace("{|PV1028:", "", StringComparison.Ordinal).Replace("{|PV1029:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);

    private static string Class(string member, string head = "public sealed partial class Demo") => $$"""
        using ProcVision;

        [Algorithm]
        {{head}}
        {
            {{member}}

            {{Locate}}
        }

        """;

    private static string Stepping(string arguments, string member, string statement) => $$"""
        using ProcVision;

        [Algorithm{{arguments}}]
        public sealed partial class Demo
        {
            {{member}}

            [Execute(1)]
            ExecuteResult Locate(in LocateStep step)
            {
                {{statement}}
                return ExecuteResult.Ok();
            }
        }

        """;
}
