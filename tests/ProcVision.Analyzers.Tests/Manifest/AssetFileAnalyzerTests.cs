namespace ProcVision.Analyzers.Manifest;

/// <summary>Assets that do not exist, by the list of files that the build makes.</summary>
public sealed class AssetFileAnalyzerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("assets/p001.json", "Add the file, or correct the path")]
    [InlineData("assets/P002.json", "Write 'assets/p002.json', because a station may tell upper from lower case")]
    [InlineData("assets/model.onnx", "Write 'assets/net/model.onnx', where a file of that name is")]
    [InlineData("p002.json", "Write 'assets/p002.json', where a file of that name is")]
    [InlineData("assets/p002", "Add the file, or correct the path")]
    [Conformance(103, 105)]
    public Task PV0054_a_file_that_is_not_there(string path, string cure) =>
        new ManifestTest<AssetFileAnalyzer>()
            .Add(ManifestText.Of(more: $"\"required_assets\": {{\"p001\": {{\"config\": {{|#0:\"{path}\"|}}}}}}"))
            .Files("./assets/p002.json", "./assets/net/model.onnx", "./manifest.json", "*./")
            .Expect("PV0054", $"The file '{path}' does not exist in the project, so the algorithm cannot start. {cure}.")
            .RunAsync(Cancellation);

    [Fact]
    [Conformance(104)]
    public Task PV0054_a_default_file_of_a_manifest_in_a_folder() =>
        new ManifestTest<AssetFileAnalyzer>()
            .Add(ManifestText.Of(more: "\"default_config\": {\"config\": {|#0:\"assets/a.json\"|}}"), "second/manifest.json")
            .Files("./assets/a.json", "./second/manifest.json", "*./")
            .Expect("PV0054", "The file 'assets/a.json' does not exist in the project, so the algorithm cannot start. Add the file, or correct the path.")
            .RunAsync(Cancellation);

    [Theory]
    [InlineData("assets/p001.json", "./assets/p001.json")]
    [InlineData("./assets/p001.json", "./assets/p001.json")]
    [InlineData("config/p001.json", "./config/p001.json")]
    [InlineData("assets/net", "./assets/net/model.onnx")]
    [InlineData("assets/linked.onnx", ">assets/linked.onnx")]
    [InlineData("assets/windows.json", "./assets\\windows.json")]
    [InlineData("bin/made.json", "./manifest.json")]
    [InlineData(".cache/made.json", "./manifest.json")]
    [InlineData("../outside.json", "./manifest.json")]
    public Task PV0054_is_silent_on_a_file_that_is_there_or_cannot_be_known(string path, string line) =>
        new ManifestTest<AssetFileAnalyzer>()
            .Add(ManifestText.Of(more: $"\"default_config\": {{\"config\": \"{path}\"}}"))
            .Files(line, "*./")
            .RunAsync(Cancellation);

    [Fact]
    public Task PV0054_asks_for_assets_alone_where_no_folder_is_listed_whole() =>
        new ManifestTest<AssetFileAnalyzer>()
            .Add(ManifestText.Of(more: "\"default_config\": {\"config\": \"config/a.json\", \"model\": {|#0:\"assets/b.onnx\"|}}"))
            .Files("./manifest.json", "*./elsewhere/")
            .Expect("PV0054", "The file 'assets/b.onnx' does not exist in the project, so the algorithm cannot start. Add the file, or correct the path.")
            .RunAsync(Cancellation);

    [Fact]
    public Task Without_a_list_nothing_is_known() =>
        new ManifestTest<AssetFileAnalyzer>().Add(ManifestText.Of(more: "\"default_config\": {\"config\": \"assets/a.json\"}")).RunAsync(Cancellation);
}
