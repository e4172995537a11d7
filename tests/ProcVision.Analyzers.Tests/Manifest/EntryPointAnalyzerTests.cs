namespace ProcVision.Analyzers.Manifest;

public sealed class EntryPointAnalyzerTests
{
    private const string Demo = "[ProcVision.Algorithm] public sealed partial class Demo { }";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Demo)]
    [InlineData("namespace Line.Three { using ProcVision; [Algorithm] class Demo { } }")]
    [InlineData("class Outer { [ProcVision.Algorithm] class Demo { } }")]
    public Task A_class_of_that_name_anywhere_is_found(string code) =>
        new ManifestTest<EntryPointAnalyzer>().Code(code).Add(ManifestText.Of()).RunAsync(Cancellation);

    [Theory]
    [InlineData("", "Add 'public sealed partial class Demo' with the attribute [Algorithm]")]
    [InlineData("class Demo { }", "Mark the class 'Demo' with [Algorithm]")]
    [InlineData("[System.Obsolete] class Demo { }", "Mark the class 'Demo' with [Algorithm]")]
    [InlineData("[ProcVision.Algorithm] class demo { }", "Write 'demo' after the ':'")]
    [InlineData("[ProcVision.Algorithm] class B { } [ProcVision.Algorithm] class A { }", "Write 'A' or 'B' after the ':'")]
    public Task PV0013_no_algorithm_class_of_that_name(string code, string cure) =>
        new ManifestTest<EntryPointAnalyzer>()
            .Code(code)
            .Add(ManifestText.Of(entryPoint: "\"demo.main:{|#0:Demo|}\""))
            .Expect("PV0013", $"No class 'Demo' with the attribute [Algorithm] is in this project. {cure}.")
            .RunAsync(Cancellation);

    [Fact]
    public Task PV0013_an_entry_point_with_an_escape_is_marked_as_a_whole() =>
        new ManifestTest<EntryPointAnalyzer>()
            .Add(ManifestText.Of(entryPoint: "{|#0:\"main\\u003aDemo\"|}"))
            .Expect("PV0013", "No class 'Demo' with the attribute [Algorithm] is in this project. Add 'public sealed partial class Demo' with the attribute [Algorithm].")
            .RunAsync(Cancellation);

    [Fact]
    public Task PV0014_two_manifests_for_one_class() =>
        new ManifestTest<EntryPointAnalyzer>()
            .Code(Demo)
            .Add(ManifestText.Of(entryPoint: "\"x:{|#0:Demo|}\""), "b/manifest.json")
            .Add(ManifestText.Of(), "a/manifest.json")
            .Expect("PV0014", "The class 'Demo' is already the entry point of '/project/a/manifest.json'. Name another [Algorithm] class here, or remove one of the two manifests.")
            .RunAsync(Cancellation);

    [Fact]
    public Task Two_manifests_for_two_classes_are_fine() =>
        new ManifestTest<EntryPointAnalyzer>()
            .Code(Demo + " [ProcVision.Algorithm] class Other { }")
            .Add(ManifestText.Of(), "a/manifest.json")
            .Add(ManifestText.Of(entryPoint: "\"main:Other\""), "b/manifest.json")
            .RunAsync(Cancellation);

    /// <summary>An entry point that cannot name a class is PV0012, and not PV0013 as well.</summary>
    [Fact]
    public Task An_entry_point_of_the_wrong_form_is_left_to_its_own_rule() =>
        new ManifestTest<EntryPointAnalyzer>().Code(Demo).Add(ManifestText.Of(entryPoint: "\"Demo\"")).RunAsync(Cancellation);
}
