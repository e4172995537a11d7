using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Builds;

/// <summary>
/// A declaration error stops the compiler before analyzers are heard (DESIGN §4). So each of these projects must compile far enough
/// that its author reads the rule, and not CS0246 or CS9248.
/// </summary>
public sealed class BrokenProjectTests
{
    private const string Session = "[Session] public readonly ref partial struct State { public partial int Count { get; set; } }";

    private static readonly (string Id, string Source, string? Manifest)[] Projects =
    [
        ("PV0001", Class(Demo.Locate + " double Measure(LocateParams parameters, LocateMode mode) => 0;"), null),
        ("PV0002", Class(Demo.Locate), "{ \"name\": "),
        ("PV0003", Class(Demo.Locate), Demo.OneStep.Replace("\"version\": \"1.0.0\",", "", StringComparison.Ordinal)),
        ("PV0012", Class(Demo.Locate), Demo.OneStep.Replace("main:Demo", "main", StringComparison.Ordinal)),
        ("PV1001", Class(Demo.Locate, "public sealed class"), Demo.OneStep),
        ("PV1002", Class("[Execute(1)] public ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();", "public abstract partial class"), Demo.OneStep),
        ("PV1003", Class(Demo.Locate).Replace("Demo", "Demo<T>", StringComparison.Ordinal), Demo.OneStep),
        ("PV1004", "public class Line { " + Class("[Execute(1)] public ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();") + " }", Demo.OneStep),
        ("PV1005", Class("private Demo() { } " + Demo.Locate), Demo.OneStep),
        ("PV1006", "namespace A { " + Class(Demo.Locate) + " } namespace B { " + Class(Demo.Locate) + " }", Demo.OneStep),
        ("PV1010", Class(Demo.Locate), Demo.TwoSteps),
        ("PV1011", Class(Demo.Locate + Demo.Inspect), Demo.OneStep),
        ("PV1012", Class(Demo.Locate + Demo.Inspect.Replace("Execute(2)", "Execute(0)", StringComparison.Ordinal)), Demo.TwoSteps),
        ("PV1013", Class(Demo.Locate + Demo.Locate.Replace("Locate(", "Again(", StringComparison.Ordinal)), Demo.OneStep),
        ("PV1015", Class(Demo.Locate.Replace("in LocateStep", "in TrayStep", StringComparison.Ordinal)), Demo.OneStep),
        ("PV1016", Class(Demo.Locate + Demo.Inspect.Replace("InspectStep", "LocateStep", StringComparison.Ordinal)), Demo.TwoSteps),
        ("PV1017", Class("[PreExecute(1)] PreResult Check(in LocateStep step) => PreResult.Ok();"), Demo.OneStep),
        ("PV1020", Class("void Setup() { } " + Demo.Locate), Demo.OneStep),
        ("PV1021", Class("static string Pids => \"\"; " + Demo.Locate), Demo.OneStep),
        ("PV1022", Class(Demo.Locate).Replace("[Algorithm]", "[Algorithm(Session = typeof(string))]", StringComparison.Ordinal), Demo.OneStep),
        ("PV1023", Class(Demo.Locate) + " public class Other { [Execute(1)] public ExecuteResult Run() => ExecuteResult.Ok(); }", Demo.OneStep),
        ("PV2002", Step("step.Session.Set(\"count\", 5); _ = step.Session.Get<long>(\"count\");"), Demo.OneStep),
        ("PV2003", Step("_ = step.Session.Get<long>(\"count\");"), Demo.OneStep),
        ("PV2005", Step("step.Session.Set(\"trace\", step.Session.Context.TraceId);"), Demo.OneStep),
        ("PV2006", Step("step.Session.Set(\"image\", step.Image.Pixels.ToArray());"), Demo.OneStep),
        ("PV2007", Step("step.Session.Set(\"list\", new System.Collections.Generic.List<int>()); step.Session.Get<System.Collections.Generic.List<int>>(\"list\")!.Add(1);"), Demo.OneStep),
        ("PV2008", "[SessionValue(Context = typeof(string))] public class Pose { public object? X { get; set; } }", null),
        ("PV2009", "[SessionValue] public sealed class Pose { public nint X { get; set; } }", null),
        ("PV2010", Session.Replace("readonly ref ", "", StringComparison.Ordinal) + Class(Demo.Locate).Replace("[Algorithm]", "[Algorithm(Session = typeof(State))]", StringComparison.Ordinal), Demo.OneStep),
        ("PV2011", Session.Replace("set; ", "", StringComparison.Ordinal), null),
        ("PV2001", Session.Replace("int Count", "nint Count", StringComparison.Ordinal), null),
        ("PV2013", Session.Replace("public partial int", "[MaxBytes(0)] public partial string", StringComparison.Ordinal), null),
        ("PV2014", Session.Replace("public partial int", "[MaxBytes(102400)] public partial string A { get; set; } public partial string", StringComparison.Ordinal), null),
        ("PV2015", Session.Replace("int Count", "Template Count", StringComparison.Ordinal) + " public record Template(string Name);", null),
        ("PV2016", Step("var session = step.Session; System.Threading.Tasks.Task.Run(() => session.Set(\"count\", 5)).Wait();"), Demo.OneStep),
        ("PV2017", Class("private Session? _session; [Execute(1)] ExecuteResult Locate(in LocateStep step) { _session = step.Session; return ExecuteResult.Ok(); }"), Demo.OneStep),
        ("PV2018", Step("step.Session.Set<Part>(\"part\", new Blade(5));") + "[SessionValue] public record Part; [SessionValue] public sealed record Blade(int X) : Part;", Demo.OneStep),
    ];

    [Fact]
    public async Task Each_broken_project_shows_its_rule_and_no_declaration_error()
    {
        using var folder = new BuiltFolder();
        foreach (var (id, source, manifest) in Projects)
            folder.Project("Broken" + id, source, manifest, "<OutputType>Exe</OutputType><GenerateDocumentationFile>false</GenerateDocumentationFile>");

        var (_, output) = await folder.BuildAsync(
            """
            <ItemGroup><Broken Include="*/*.csproj" /></ItemGroup>
            <Target Name="Build">
              <MSBuild Projects="@(Broken)" Targets="Restore" Properties="Phase=Restore" BuildInParallel="true" />
              <MSBuild Projects="@(Broken)" Targets="Build" ContinueOnError="true" BuildInParallel="true" />
            </Target>
            """,
            TestContext.Current.CancellationToken);

        Assert.All(Projects, project =>
        {
            var errors = BuiltFolder.ErrorsOf("Broken" + project.Id, output);
            Assert.True(errors.Contains(project.Id), $"{project.Id} is not among [{string.Join(", ", errors)}] of\n{output}");
            Assert.DoesNotContain(errors, id => id is "CS0246" or "CS0234" or "CS0426" or "CS9248" or "CS0260" or "CS0101" or "CS0102" or "CS0051" or "CS8785" or "AD0001");
        });
    }

    private static string Step(string body) => Class($"[Execute(1)] ExecuteResult Locate(in LocateStep step) {{ {body} return ExecuteResult.Ok(); }}");

    private static string Class(string members, string head = "public sealed partial class") => $$"""[Algorithm] {{head}} Demo { {{members}} }""";
}
