using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Rules about the class itself.</summary>
public sealed class ClassRuleTests
{
    [Theory]
    [InlineData("public sealed partial class Demo")]
    [InlineData("partial class Demo")]
    [InlineData("public partial class Demo")]
    [InlineData("public sealed partial record Demo")]
    public async Task A_class_of_any_reachable_shape_is_fine(string head) =>
        await RuleTest.FindAsync($$"""[Algorithm] {{head}} { {{Demo.Locate}} }""", Demo.OneStep);

    [Fact]
    public async Task PV0001_a_class_that_no_manifest_names()
    {
        var messages = await RuleTest.FindAsync($$"""
            [Algorithm]
            public sealed partial class {|PV0001:Other|}
            {
                {{Demo.Locate}}
                double Helper(LocateParams parameters, InspectMode mode) => 0;
            }

            [Algorithm] public sealed partial class Demo { {{Demo.Locate}} }
            """, Demo.OneStep);
        Assert.Equal(
            "No manifest.json names the class 'Other' in its entry_point. Add a manifest.json with \"entry_point\": \"demo:Other\" to the project.",
            Assert.Single(messages));
    }

    [Fact]
    public async Task PV0001_is_silent_where_a_manifest_names_a_class_that_is_not_there_for_PV0013_says_so() =>
        await RuleTest.FindAsync($$"""[Algorithm] public sealed partial class Dmeo { {{Demo.Locate}} }""", Demo.OneStep);

    /// <summary>CS0246 in what the author nested would hide the rule.</summary>
    [Fact]
    public async Task PV0001_names_that_a_nested_type_uses_are_there() => await RuleTest.FindAsync($$"""
        [Algorithm]
        public sealed partial class {|PV0001:Demo|}
        {
            {{Demo.Locate}}
            private sealed class Finder { public LocateParams Last; public double Find(in LocateStep step, LocateMode mode) => 0; }
        }
        """);

    [Fact]
    public async Task PV0001_a_project_without_any_manifest() =>
        await RuleTest.FindAsync($$"""[Algorithm] public sealed partial class {|PV0001:Demo|} { {{Demo.Locate}} }""");

    /// <summary>PV0002 is at the manifest; that no class is named there follows from it.</summary>
    [Fact]
    public async Task A_manifest_that_cannot_be_read_is_one_finding_and_not_two() =>
        await RuleTest.FindAsync($$"""[Algorithm] public sealed partial class Demo { {{Demo.Locate}} }""", "[");

    [Fact]
    public async Task PV1001_not_partial()
    {
        var messages = await RuleTest.FindAsync($$"""[Algorithm] public sealed class {|PV1001:Demo|} { {{Demo.Locate}} }""", Demo.OneStep);
        Assert.Equal("The class 'Demo' is not partial, so its steps cannot be generated into it. Write 'partial class Demo'.", Assert.Single(messages));
    }

    [Theory]
    [InlineData("abstract")]
    [InlineData("static")]
    public async Task PV1002_abstract_or_static(string modifier)
    {
        string method = modifier == "static" ? "" : Demo.Locate;
        var messages = await RuleTest.FindAsync(
            $$"""[Algorithm] public {{modifier}} partial class {|PV1002:Demo|} { {{method}} }""",
            modifier == "static" ? Demo.OneStep.Replace("{ \"index\": 1, \"id\": \"locate\", \"name\": \"定位\" }", "", StringComparison.Ordinal) : Demo.OneStep);
        Assert.Equal($"The class 'Demo' is {modifier}, so no instance of it can be made. Remove '{modifier}'.", Assert.Single(messages));
    }

    [Fact]
    public async Task PV1003_generic() =>
        await RuleTest.FindAsync($$"""[Algorithm] public sealed partial class Demo{|PV1003:<T, U>|} { {{Demo.Locate}} }""", Demo.OneStep);

    [Theory]
    [InlineData("public static class Line", "the type 'Line' around it is not partial", "Make 'Line' partial or move the class out of it")]
    [InlineData("public partial class Line<T>", "the type 'Line' around it is generic", "Move the class out of it")]
    public async Task PV1004_nested_where_no_part_can_be_added(string outer, string cause, string cure)
    {
        var messages = await RuleTest.FindAsync(
            $$"""{{outer}} { [Algorithm] public sealed partial class {|PV1004:Demo|} { {{Demo.Locate}} } }""", Demo.OneStep);
        Assert.Equal($"The class 'Demo' cannot be reached by generated code, because {cause}. {cure}.", Assert.Single(messages));
    }

    [Theory]
    [InlineData("private sealed partial class")]
    [InlineData("protected sealed partial class")]
    public async Task PV1004_private_in_another_type(string head) =>
        await RuleTest.FindAsync($$"""public partial class Line { [Algorithm] {{head}} {|PV1004:Demo|} { {{Demo.Locate}} } }""", Demo.OneStep);

    [Fact]
    public async Task PV1004_local_to_its_file() =>
        await RuleTest.FindAsync($$"""[Algorithm] file sealed partial class {|PV1004:Demo|} { {{Demo.Locate}} }""", Demo.OneStep);

    [Fact]
    public async Task A_class_nested_in_partial_types_is_fine() =>
        await RuleTest.FindAsync($$"""
            namespace Plant;
            public partial record struct Hall { internal partial interface ILine { [Algorithm] internal sealed partial class Demo { {{Demo.Locate}} } } }
            """, Demo.OneStep);

    [Theory]
    [InlineData("public Demo(int seed) { }", "it has no public constructor without parameters")]
    [InlineData("private Demo() { }", "it has no public constructor without parameters")]
    [InlineData("internal Demo() { }", "it has no public constructor without parameters")]
    [InlineData("public Demo(int seed = 1) { }", "it has no public constructor without parameters")]
    [InlineData("public required string Model { get; set; }", "its member 'Model' is required")]
    public async Task PV1005_no_instance_can_be_made(string member, string cause)
    {
        var messages = await RuleTest.FindAsync(
            $$"""[Algorithm] public sealed partial class {|PV1005:Demo|} { {{member}} {{Demo.Locate}} }""", Demo.OneStep);
        Assert.Contains(cause, Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_public_constructor_beside_others_is_fine() =>
        await RuleTest.FindAsync(
            $$"""[Algorithm] public sealed partial class Demo { public Demo() { } public Demo(int seed) { } {{Demo.Locate}} }""", Demo.OneStep);

    [Fact]
    public async Task PV1006_two_classes_for_one_manifest()
    {
        var messages = await RuleTest.FindAsync($$"""
            namespace Coins { [Algorithm] public sealed partial class {|PV1006:Demo|} { {{Demo.Locate}} } }
            namespace Blades { [Algorithm] public sealed partial class {|PV1006:Demo|} { {{Demo.Locate}} } }
            """, Demo.OneStep);
        Assert.All(messages, m => Assert.Equal(
            "The classes 'Blades.Demo', 'Coins.Demo' have the same name, so the entry_point 'main:Demo' does not say which one is meant. Rename all but one of them.", m));
    }

    [Theory]
    [InlineData("string {|PV1021:Pids|} => \"\";")]
    [InlineData("int {|PV1021:LocateParams|};")]
    [InlineData("enum {|PV1021:LocateMode|} { A }")]
    [InlineData("void {|PV1021:ProcVisionDispatch|}() { }")]
    public async Task PV1021_a_member_has_a_name_that_is_needed(string member) =>
        await RuleTest.FindAsync(
            $$"""[Algorithm] public sealed partial class Demo { {{member}} {{Demo.Locate}} }""",
            Demo.WithParams("""{ "key": "mode", "type": "enum", "choices": ["a"], "default": "a" }"""));

    [Fact]
    public async Task PV1021_a_base_class_has_a_name_that_is_needed() =>
        await RuleTest.FindAsync($$"""
            public class Vision { protected static string Pids => ""; }
            [Algorithm] public sealed partial class {|PV1021:Demo|} : Vision { {{Demo.Locate}} }
            """, Demo.OneStep);

    [Theory]
    [InlineData("public struct Tray { }", "it is not marked [Session]")]
    [InlineData("public sealed class Tray { }", "it is not a struct")]
    [InlineData("[Session] public readonly ref partial struct Tray<T> { }", "it is generic", "Tray<>")]
    public async Task PV1022_the_session_type_is_no_session(string declaration, string cause, string name = "Tray")
    {
        string marked = declaration.Contains("Tray<T>", StringComparison.Ordinal) ? declaration.Replace("Tray<T>", "{|PV2010:Tray|}<T>", StringComparison.Ordinal) : declaration;
        var messages = await RuleTest.FindAsync(
            $$"""{{marked}} [Algorithm(Session = typeof({|PV1022:{{name}}|}))] public sealed partial class Demo { {{Demo.Locate}} }""", Demo.OneStep);
        Assert.Contains(messages, m => m.Contains(cause, StringComparison.Ordinal));
    }

    [Fact]
    public async Task PV1024_a_required_parameter_without_a_value_in_execute_only_calls()
    {
        var messages = await RuleTest.FindAsync(
            $$"""[Algorithm({|PV1024:{|PV1024:ExecuteOnly = true|}|})] public sealed partial class Demo { {{Demo.Locate}} }""",
            Demo.WithParams("""
                { "key": "roi", "type": "rect", "required": true }, { "key": "gain", "type": "float", "required": true, "default": 0.5 },
                { "key": "limit", "type": "int" }, { "key": "serial", "type": "string", "required": true }, { "key": "flag", "type": "bool", "required": true }
                """));
        Assert.Equal(2, messages.Count);
        Assert.Contains(
            "The parameter 'serial' of step 1 '定位' is required, but calls of the execute-only profile carry no parameters, so each one of this step is refused with 1006. "
                + "Give the parameter a default in manifest.json or remove 'ExecuteOnly = true'.",
            messages);
    }

    [Theory]
    [InlineData("[Algorithm]")]
    [InlineData("[Algorithm(ExecuteOnly = false)]")]
    public async Task PV1024_does_not_concern_a_class_of_the_full_profile_alone(string attribute) => await RuleTest.FindAsync(
        $$"""{{attribute}} public sealed partial class Demo { {{Demo.Locate}} }""",
        Demo.WithParams("""{ "key": "serial", "type": "string", "required": true }"""));
}
