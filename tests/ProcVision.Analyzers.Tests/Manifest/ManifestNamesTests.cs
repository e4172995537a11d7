using Basic.Reference.Assemblies;
using CsCheck;
using Microsoft.CodeAnalysis.CSharp;
using ProcVision.Collections;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Manifest;

public sealed class ManifestNamesTests
{
    // Few words, so that they clash often.
    private static readonly Gen<string> Word = Gen.OneOf(
        "inspect", "Inspect", "inspect_parts", "parts", "step", "params", "mode", "parts-mode", "1", "class", "", "😀", "中文", "Equals", "pids", "assets", "step1", "Step1Params", "demo");

    private static readonly Gen<ManifestModel> Models = Gen.Select(
        Gen.Select(Word, Word.Array[0, 3], Word.Array[0, 3]).Array[0, 5],
        Word.Array[0, 4],
        static (steps, pids) => Model(
            [.. steps.Select((step, i) => Step(i + 1, step.Item1, [.. step.Item2.Distinct()], [.. step.Item3.Distinct()]))],
            [.. pids.Distinct()]));

    [Fact]
    public void The_sample_is_named_as_the_design_says()
    {
        var names = ManifestNames.Of(ManifestReader.Read(SampleManifest.Text).Model!, "PartInspection");

        Assert.Equal([("LocateTrayStep", "LocateTrayParams"), ("Step2", "Step2Params")], names.Steps.Select(s => (s.StepType, s.ParamsType)));
        Assert.Equal(["Roi", "Exposure"], names.Steps[0].Params.Select(p => p.Property));
        Assert.Equal(new ParamNames("Mode", "Step2Mode", ["Fast", "Accurate"]), names.Steps[1].Params[1]);
        Assert.Equal(["P002", "P001"], names.Pids);
        Assert.Equal(["Config", "Template"], names.ResourceTypes);
    }

    [Theory]
    [InlineData("inspect", "Inspect", "InspectStep", "Inspect_2Step")]
    [InlineData("a-b", "a_b", "ABStep", "AB_2Step")]
    [InlineData("😀", "-", "Step1", "Step2")]
    [InlineData("class", "1st", "ClassStep", "_1stStep")]
    public void Clashing_and_hostile_ids(string first, string second, string firstType, string secondType)
    {
        var names = ManifestNames.Of(Model([Step(1, first, [], []), Step(2, second, [], [])], []), "Demo");

        Assert.Equal([firstType, secondType], names.Steps.Select(s => s.StepType));
    }

    [Fact]
    public void An_enum_keeps_clear_of_step_types_and_of_other_enums()
    {
        var names = ManifestNames.Of(Model([Step(1, "inspect", ["step", "parts_mode"], ["a"]), Step(2, "inspect_parts", ["mode"], ["a"])], []), "Demo");

        Assert.Equal(
            ["InspectStep_2", "InspectPartsMode", "InspectPartsMode_2"],
            names.Steps.SelectMany(s => s.Params).Select(p => p.EnumType));
    }

    [Fact]
    public void A_type_does_not_get_the_name_of_its_class() =>
        Assert.Equal("LocateTray_2Step", ManifestNames.Of(Model([Step(1, "locate_tray", [], [])], []), "LocateTrayStep").Steps[0].StepType);

    /// <summary>The proof is the compiler's: everything is declared as generated code declares it.</summary>
    [Fact]
    public void Whatever_the_manifest_says_its_names_compile_together() =>
        Models.Sample(
            static model =>
            {
                string code = Declare(ManifestNames.Of(model, "Demo"));
                var compilation = CSharpCompilation.Create(
                    "Names",
                    [CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken)],
                    Net100.References.All,
                    new(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary));
                Assert.Empty(compilation.GetDeclarationDiagnostics(TestContext.Current.CancellationToken).Select(d => $"{d}\n{code}"));
            },
            iter: 300);

    private static string Declare(ManifestNames names)
    {
        var members = names.Steps.SelectMany(step => step.Params
            .Where(p => p.EnumType.Length > 0)
            .Select(p => $"public enum {p.EnumType} {{ {string.Join(", ", p.Choices)} }}")
            .Append($"public struct {step.ParamsType} {{ {string.Concat(step.Params.Select(p => $"public int {p.Property} {{ get; set; }} "))}}}")
            .Append($"public ref struct {step.StepType} {{ }}"));
        string pids = string.Concat(names.Pids.Select(pid => $"public const string {pid} = \"\"; "));
        string assets = string.Concat(names.ResourceTypes.Select(type => $"public string {type} => \"\"; "));
        return $$"""
            public class Demo
            {
                {{string.Join("\n    ", members)}}
                public static class Pids { {{pids}}}
                public struct Assets { {{assets}}}
                private class ProcVisionDispatch { }
            }
            """;
    }

    private static ManifestModel Model(EquatableArray<ManifestStep> steps, EquatableArray<string> pids) => new()
    {
        Name = "demo",
        Version = "1.0.0",
        Description = null,
        EntryPoint = "main:Demo",
        EntryClass = "Demo",
        Pids = pids,
        Steps = steps,
        RequiredAssets = [.. pids.Select(pid => new RequiredAsset("p", pid, "a.json"))],
        DefaultConfig = [],
    };

    private static ManifestStep Step(int index, string id, string[] keys, string[] choices) => new()
    {
        Index = index,
        Id = id,
        Name = "",
        Description = null,
        OperationGuide = null,
        Params = [.. keys.Select(key => new EnumParam { Key = key, Choices = [.. choices] })],
    };
}
