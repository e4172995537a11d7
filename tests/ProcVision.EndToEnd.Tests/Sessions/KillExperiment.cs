using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ProcVision.EndToEnd.Tests.Sessions;

/// <summary>One run of the program <c>ProcVision.Soak</c>, and its counts.</summary>
internal sealed partial record KillExperiment(int ExitCode, string Output)
{
    internal long Kills => Count(KillsPattern());

    internal long InFlight => Count(InFlightPattern());

    /// <summary>After the kills and beside the writers.</summary>
    internal long Torn => Sum(TornPattern());

    /// <summary>After the kills and beside the writers.</summary>
    internal long Lost => Sum(LostPattern());

    internal static async Task<KillExperiment> RunAsync(params string[] arguments)
    {
        var seed = Random.Shared.NextInt64(uint.MaxValue).ToString(CultureInfo.InvariantCulture);
        var token = TestContext.Current.CancellationToken;
        // Published natively, which starts ten times as fast; else as it was built.
        var native = Environment.GetEnvironmentVariable("PROCVISION_SOAK") is { Length: > 0 } given ? given : null;
        using var program = Process.Start(new ProcessStartInfo(
            native ?? "dotnet", [.. native is null ? (string[])[Repository.Soak] : [], .. arguments[..2], seed, .. arguments[2..]])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = program.StandardOutput.ReadToEndAsync(token);
        var error = program.StandardError.ReadToEndAsync(token);
        await program.WaitForExitAsync(token);
        var run = new KillExperiment(program.ExitCode, await output + await error);
        TestContext.Current.TestOutputHelper?.WriteLine(run.Output);
        return run;
    }

    private long Count(Regex pattern) => pattern.Match(Output) is { Success: true } match ? Number(match) : -1;

    private long Sum(Regex pattern) => pattern.Matches(Output).Sum(Number);

    private static long Number(Match match) => long.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d+) kills in", RegexOptions.Multiline)]
    private static partial Regex KillsPattern();

    [GeneratedRegex(@"^(\d+) in the middle of a write", RegexOptions.Multiline)]
    private static partial Regex InFlightPattern();

    [GeneratedRegex(@"(\d+) torn")]
    private static partial Regex TornPattern();

    [GeneratedRegex(@"(\d+) lost")]
    private static partial Regex LostPattern();
}
