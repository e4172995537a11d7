using System.Reflection;
using System.Text.RegularExpressions;

namespace ProcVision.Cli.Tests;

/// <summary>What the compiler says of a manifest, <c>procvision validate</c> says as well: the same rule, at the same place, in the same words.</summary>
public sealed partial class CompilerAgreementTests
{
    private static readonly string Mistakes = Path.Combine(
        typeof(CompilerAgreementTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "RepositoryRoot").Value!,
        "samples/Mistakes/Manifest");

    /// <summary>
    /// Every mistake of the samples, but what is wrong with a file that is no text (PV0007), between two manifests (PV0014), and only for a class that
    /// is not for the execute-only profile (PV0052): that stands in its code.
    /// </summary>
    public static TheoryData<string> Rules => [.. Directory.GetDirectories(Mistakes, "PV*").Select(Path.GetFileName).OfType<string>().Except(["PV0007", "PV0014", "PV0052"]).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_manifest_gets_the_compilers_findings(string rule)
    {
        var folder = Directory.CreateTempSubdirectory("procvision-agree-");
        try
        {
            string source = Path.Combine(Mistakes, rule), manifest = Path.Combine(folder.FullName, "manifest.json");
            File.Copy(Path.Combine(source, "Failing.json"), manifest);
            foreach (string asset in Directory.Exists(Path.Combine(source, "assets")) ? Directory.GetFiles(Path.Combine(source, "assets")) : [])
                File.Copy(asset, Path.Combine(folder.CreateSubdirectory("assets").FullName, Path.GetFileName(asset)));

            var checks = new CheckList(strict: false);
            ManifestChecks.Run(checks, manifest);
            string[] said = [.. checks.All.SelectMany(static check => check.Message.Split('\n')).Where(static line => Finding().IsMatch(line)).Order(StringComparer.Ordinal)];
            string[] compiler =
            [
                .. File.ReadLines(Path.Combine(source, "expected.txt")).Select(static line => Expected().Match(line)).Where(static match => match.Success)
                    .Select(static match => $"manifest.json{match.Groups["place"]}: {match.Groups["id"]} {match.Groups["text"]}").Order(StringComparer.Ordinal),
            ];
            Assert.NotEmpty(compiler);
            Assert.Equal(compiler, said);
            bool isError = File.ReadAllText(Path.Combine(source, "expected.txt")).Contains($"error {rule}", StringComparison.Ordinal);
            Assert.Equal(isError, !checks.IsPassed);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex(@"^manifest\.json\(\d+,\d+\): PV0")]
    private static partial Regex Finding();

    [GeneratedRegex(@"^Failing\.json(?<place>\(\d+,\d+\))-\(\d+,\d+\) «.*?» \w+ (?<id>PV0\d{3}): (?<text>.*)$")]
    private static partial Regex Expected();
}
