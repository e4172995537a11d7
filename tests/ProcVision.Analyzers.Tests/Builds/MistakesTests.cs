using System.Text.RegularExpressions;
using ProcVision.Analyzers.Rules;

namespace ProcVision.Analyzers.Builds;

/// <summary>
/// <c>samples/Mistakes</c> as whoever reads it builds it: all rules of a theme in one compilation, the projects of the SDK and not dlls beside them. The samples are not in the
/// solution: nothing but this test builds them.
/// </summary>
public sealed partial class MistakesTests
{
    [Fact]
    public async Task A_build_of_the_samples_prints_every_rule_at_its_place_and_nothing_else()
    {
        var (exitCode, output) = await BuildAsync();

        Assert.Equal(string.Join('\n', Expected()), string.Join('\n', Printed(output)));
        Assert.NotEqual(0, exitCode);
    }

    [Fact]
    public async Task A_build_of_the_samples_without_their_mistakes_prints_nothing()
    {
        var (exitCode, output) = await BuildAsync("-p:Example=Fixed");

        Assert.DoesNotContain("warning", output, StringComparison.Ordinal);
        Assert.True(exitCode == 0, output);
    }

    private static Task<(int ExitCode, string Output)> BuildAsync(params string[] options) =>
        Dotnet.BuildAsync(Catalogue.Root, ["build", "samples/Mistakes", "-v:quiet", "-clp:NoSummary", "-tl:off", .. options], TestContext.Current.CancellationToken);

    /// <summary>Every line of every <c>expected.txt</c>, as a build says it.</summary>
    private static IEnumerable<string> Expected() => RuleExample.All.Values
        .SelectMany(example => File.ReadLines(example.ExpectedPath).Select(line => (Folder: RelativeTo(example.Folder), Line: ExpectedLine().Match(line))))
        .Select(e => $"{e.Folder}/{e.Line.Groups[1]}({e.Line.Groups[2]},{e.Line.Groups[3]}): {e.Line.Groups[4]}".Replace(": info ", ": warning ", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Printed(string output) => output.Split('\n')
        .Where(line => line.Contains(": error ", StringComparison.Ordinal) || line.Contains(": warning ", StringComparison.Ordinal))
        .Select(line => Shorten(BuildSuffix().Replace(line.Trim(), "")))
        .Distinct()
        .Order(StringComparer.Ordinal);

    /// <summary>The line with paths as in the <c>expected.txt</c> of the rule.</summary>
    private static string Shorten(string line)
    {
        var example = RuleExample.All.Values.FirstOrDefault(e => line.StartsWith(e.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));
        return example is null ? line : RelativeTo(example.Folder) + "/" + example.Shorten(line);
    }

    private static string RelativeTo(string folder) => Path.GetRelativePath(RuleExample.Root, folder).Replace('\\', '/');

    [GeneratedRegex(@"^(.+?)\((\d+,\d+)\)-\((\d+,\d+)\) «.*?» ((?:error|warning|info) [A-Z]+\d+: .*)$")]
    private static partial Regex ExpectedLine();

    /// <summary>The link to the page, and the project.</summary>
    [GeneratedRegex(@"( \(https://\S+\))? \[[^\]]*\]$")]
    private static partial Regex BuildSuffix();
}
