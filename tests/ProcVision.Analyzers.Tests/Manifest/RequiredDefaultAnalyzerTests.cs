namespace ProcVision.Analyzers.Manifest;

/// <summary>Required parameters with a default, seen together with the class that reads them.</summary>
public sealed class RequiredDefaultAnalyzerTests
{
    private const string Full = "[ProcVision.Algorithm] public sealed partial class Demo { }";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("int", "3")]
    [InlineData("bool", "false")]
    [InlineData("rect", "\"0,0,64,48\"")]
    [InlineData("string", "\"\"")]
    public Task PV0052_a_default_that_is_never_taken(string type, string value) =>
        new ManifestTest<RequiredDefaultAnalyzer>()
            .Code(Full)
            .Add(ManifestText.WithParam(type, $"\"required\": true, \"default\": {{|#0:{value}|}}"))
            .Expect("PV0052", "The parameter 'p' is required, so a call without it is refused with 1006 and its default is never taken. Remove \"required\" or the default.")
            .RunAsync(Cancellation);

    [Theory]
    [InlineData("[ProcVision.Algorithm(ExecuteOnly = true)] public sealed partial class Demo { }")]
    [InlineData("public sealed partial class Demo { }")]
    [InlineData("[ProcVision.Algorithm] public sealed partial class Other { }")]
    public Task PV0052_is_silent_where_the_default_is_taken_or_the_class_is_not_known(string code) =>
        new ManifestTest<RequiredDefaultAnalyzer>().Code(code).Add(ManifestText.WithParam("int", "\"required\": true, \"default\": 3")).RunAsync(Cancellation);

    [Theory]
    [InlineData("\"required\": true")]
    [InlineData("\"required\": false, \"default\": 3")]
    [InlineData("\"default\": 3")]
    [InlineData("\"required\": true, \"default\": null")]
    public Task PV0052_is_silent_on_one_of_the_two(string fields) =>
        new ManifestTest<RequiredDefaultAnalyzer>().Code(Full).Add(ManifestText.WithParam("int", fields)).RunAsync(Cancellation);
}
