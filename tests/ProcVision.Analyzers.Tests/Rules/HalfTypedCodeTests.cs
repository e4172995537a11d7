using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Rules;

/// <summary>
/// Code is broken most of the time that its author looks at it: generators and analyzers live through all of it. <c>PROCVISION_TEST_SEED</c> repeats a run,
/// <c>PROCVISION_HALF_TYPED</c> gives it more seconds than CI has.
/// </summary>
public sealed class HalfTypedCodeTests(ITestOutputHelper output)
{
    private const int Seed = 20;

    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    private static int Seconds => int.TryParse(Environment.GetEnvironmentVariable("PROCVISION_HALF_TYPED"), CultureInfo.InvariantCulture, out int seconds) ? seconds : 6;

    private static int FirstSeed => int.TryParse(Environment.GetEnvironmentVariable("PROCVISION_TEST_SEED"), CultureInfo.InvariantCulture, out int seed) ? seed : Seed;

    [Fact]
    public async Task Nothing_fails_in_code_that_is_half_typed()
    {
        var projects = Samples();
        string[] corpus = [.. projects.SelectMany(p => p.Sources)];
        var clock = Stopwatch.StartNew();
        int seed = FirstSeed;
        do
        {
            var random = new Random(seed);
            var project = projects[random.Next(projects.Count)];
            var sources = project.Sources.ToArray();
            int broken = random.Next(sources.Length);
            sources[broken] = new HalfTypedSource(random, corpus).Break(sources[broken]);
            if (await FailureOfAsync(sources, [.. project.Manifests.Select(m => random.Next(8) == 0 ? m.Remove(random.Next(m.Length)) : m)]) is { } failure)
                Assert.Fail($"PROCVISION_TEST_SEED={seed} ({project.Name}):\n{failure}\n\n{sources[broken]}");
            seed++;
        }
        while (clock.Elapsed.TotalSeconds < Seconds);
        output.WriteLine($"Seeds {FirstSeed} to {seed - 1}.");
    }

    private static async Task<string?> FailureOfAsync(IEnumerable<string> sources, IReadOnlyList<string> manifests)
    {
        var project = new TestProject().Code("global using System; global using System.Collections.Generic; global using System.Linq; global using ProcVision;");
        foreach (string source in sources)
            project.Code(source);
        for (int i = 0; i < manifests.Count; i++)
            project.Manifest(manifests[i], $"{i}/manifest.json");

        _ = project.Driver().RunGeneratorsAndUpdateCompilation(project.Compile(), out var compilation, out var fromGenerators);
        using var stop = new CancellationTokenSource(Hang);
        try
        {
            var found = await compilation
                .WithAnalyzers([.. Catalogue.Analyzers], new AnalyzerOptions(project.Manifests.CastArray<AdditionalText>(), project.Options))
                .GetAnalyzerDiagnosticsAsync(stop.Token);
            return found.Concat(fromGenerators).FirstOrDefault(d => d.Id is "AD0001" or "CS8784" or "CS8785")?.ToString();
        }
        catch (OperationCanceledException)
        {
            return $"Not done after {Hang.TotalSeconds} seconds.";
        }
    }

    /// <summary>The projects of the samples: each example of a rule, each folder of correct algorithms, the big one.</summary>
    private static List<Sample> Samples()
    {
        string samples = Path.Combine(Catalogue.Root, "samples");
        var mistakes = RuleExample.All.Values.OrderBy(e => e.Id, StringComparer.Ordinal)
            .Select(e => new Sample(e.Id, [.. Texts(e.Files("Failing", "cs"))], [.. Texts(e.Files("Failing", "json"))]));
        var correct = Directory.EnumerateFiles(Path.Combine(samples, "Correct"), "*.csproj", SearchOption.AllDirectories)
            .Append(Path.Combine(samples, "AlgorithmExample", "AlgorithmExample.csproj"))
            .Order(StringComparer.Ordinal)
            .Select(path => Read(Path.GetDirectoryName(path)!));
        return [.. mistakes.Concat(correct).Where(s => s.Sources.Count > 0)];
    }

    private static IEnumerable<string> Texts(IEnumerable<ExampleFile> files) => files.Select(f => File.ReadAllText(f.Path));

    private static Sample Read(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
        return new(
            Path.GetFileName(folder),
            [.. files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal)).Select(f => File.ReadAllText(f))],
            [.. files.Where(f => Path.GetFileName(f) == "manifest.json").Select(f => File.ReadAllText(f))]);
    }

    private sealed record Sample(string Name, IReadOnlyList<string> Sources, IReadOnlyList<string> Manifests);
}
