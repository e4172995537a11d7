using System.Text.Json;
using Microsoft.CodeAnalysis;
using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Generation;

/// <summary>Whatever a manifest or an author calls things, generated code compiles.</summary>
public sealed class HostileNameTests
{
    private static readonly string[] Names =
    [
        "class", "Class", "1st", "a-b", "a_b", "aB", "中文", "🎉", "\ud800", "\"\"\"", "*/ </summary>", "a\r\nb", "a\u2028b", "{0}", "\\", "value", "reader",
        "step", "has", "Pids", "Assets", "Demo", "Step1", "equals", "get_hash_code", "to_string", "record", "ProcVisionDispatch", "  ", "ß", "e\u0301", "locate",
    ];

    [Fact]
    public void Steps_parameters_choices_pids_and_assets_of_any_name_compile()
    {
        var steps = Names.Select((name, i) => (object)new
        {
            index = i + 1,
            id = name,
            name,
            description = name,
            @params = Names.Select((key, k) => (object)(k % 3 == 0
                ? new { key, type = "enum", choices = Names, @default = name, description = key }
                : new { key, type = "string", @default = name, unit = key, description = key })),
        }).Append(new { index = 100, name = "no id", @params = Array.Empty<object>() });
        string manifest = JsonSerializer.Serialize(new
        {
            name = "demo",
            version = "\"\\\n",
            description = "*/ {0} \" \ud800",
            entry_point = "main:Demo",
            supported_pids = Names,
            default_config = Names.ToDictionary(n => n == "\ud800" ? "lone" : n, n => "assets/" + n),
            steps,
        });

        var build = new TestProject { Output = OutputKind.ConsoleApplication }
            .Code("using ProcVision; [Algorithm] public sealed partial class Demo;")
            .Manifest(manifest, "a\"b/manifest.json")
            .Build().IsClean();

        Assert.Contains("case 31:", new TestProject()
            .Code("using ProcVision; [Algorithm] public sealed partial class Demo { [Execute(31)] ExecuteResult M(in Step31Step step) => default; }")
            .Manifest(manifest).Build().Sources["Demo.g.cs"].Replace("Step31Step", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(4, build.Sources.Count);
    }

    [Fact]
    public void Classes_methods_and_namespaces_named_like_keywords_compile() => new TestProject { Output = OutputKind.ConsoleApplication }
        .Code("""
            using ProcVision;

            namespace @namespace.record.global
            {
                public partial class @event<T> { }

                public static partial class @static
                {
                    [Algorithm(Session = typeof(@ref))]
                    internal sealed partial class @record
                    {
                        [Execute(1)] ExecuteResult @return(in LocateStep step) { step.Session.@int = 1; return ExecuteResult.Ok(); }
                        [PreExecute(1)] PreResult async(in LocateStep step) => PreResult.Ok();
                    }

                    [Session] internal readonly ref partial struct @ref { public partial int @int { get; set; } public partial string field { get; set; } }
                }
            }

            namespace ProcVision.CompilerServices.Global { internal sealed class System { } }
            namespace Plant.System { internal sealed class String { } }
            namespace Plant.ProcVision { internal sealed class Session { } }
            """)
        .Manifest(Demo.OneStep.Replace(":Demo", ":record", StringComparison.Ordinal))
        .Build().IsClean();

    [Fact]
    public void Classes_that_differ_in_letter_case_only_get_a_file_each() => Assert.Equal(
        ["Plant.DEMO.g.cs", "Plant.Demo-2.g.cs", "Plant.STATE.Session.g.cs", "Plant.State-2.Session.g.cs"],
        new TestProject()
            .Code($$"""
                using ProcVision;
                namespace Plant
                {
                    [Algorithm] public sealed partial class Demo { {{Demo.Locate}} }
                    [Algorithm] public sealed partial class DEMO { {{Demo.Locate}} }
                    [Session] public readonly ref partial struct State { public partial int Count { get; set; } }
                    [Session] public readonly ref partial struct STATE { public partial int Count { get; set; } }
                }
                """)
            .Manifest(Demo.OneStep, "a/manifest.json")
            .Manifest(Demo.OneStep.Replace(":Demo", ":DEMO", StringComparison.Ordinal), "b/manifest.json")
            .Build().IsClean().Sources.Keys.Where(k => k.StartsWith("Plant", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void A_class_named_like_the_project_keeps_its_name() => new TestProject { Output = OutputKind.ConsoleApplication }
        .Code($$"""using ProcVision; [Algorithm] public sealed partial class Demo { {{Demo.Locate}} }""")
        .Manifest(Demo.OneStep)
        .Property("RootNamespace", "Demo")
        .Build().IsClean();

    [Fact]
    public void Names_that_together_mean_a_generated_member_compile() => new TestProject()
        .Code("using ProcVision; [Algorithm] public sealed partial class Demo;")
        .Manifest("""
            {
              "name": "demo", "version": "1.0.0", "entry_point": "main:Demo", "supported_pids": ["p001"],
              "default_config": { "of": "assets/a", "Of": "assets/b" },
              "steps": [
                { "index": 1, "id": "locate", "name": "定位", "params": [
                  { "key": "mode", "type": "enum", "choices": ["fast", "slow"], "default": "fast" },
                  { "key": "locate_mode", "type": "string", "default": "fast" }] },
                { "index": 2, "id": "check", "name": "检测", "params": [
                  { "key": "rects", "type": "enum", "choices": ["all", "one"], "default": "all" }] },
                { "index": 3, "id": "pre", "name": "准备", "params": [
                  { "key": "execute", "type": "enum", "choices": ["all", "one"], "default": "all" }] }
              ]
            }
            """)
        .Build().IsClean();

    [Fact]
    public void A_type_with_its_attribute_on_two_parts_shows_this_mistake_only() => Assert.Equal(
        ["CS0579"],
        new TestProject()
            .Code($$"""
                using ProcVision;
                [Algorithm] internal sealed partial class Demo { {{Demo.Locate}} }
                [Session] internal readonly ref partial struct State { public partial int Count { get; set; } }
                """)
            .Code("""
                using ProcVision;
                [Algorithm] internal sealed partial class Demo { }
                [Session] internal readonly ref partial struct State { }
                """)
            .Manifest(Demo.OneStep)
            .Build().CompilerIds);
}
