using System.Globalization;
using System.Text.Json;

namespace ProcVision.Runner.Tests;

/// <summary>What the stand-in algorithm writes down while a test looks on.</summary>
internal static class StandInRecord
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The entries so far; one that is being written is not there yet.</summary>
    public static IReadOnlyList<JsonElement> Read(string file)
    {
        if (!File.Exists(file))
            return [];
        string text = File.ReadAllText(file);
        return [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonElement.Parse(line))];
    }

    /// <summary>Waits for something the algorithm does.</summary>
    public static async Task UntilAsync(Func<bool> happened)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (!happened())
            await Task.Delay(20, patience.Token);
    }

    /// <summary>A killed process is dying; one that was forgotten would live for ten minutes.</summary>
    public static void AssertDies(int pid) =>
        Assert.True(SpinWait.SpinUntil(() => !IsAlive(pid), Patience), "a process the algorithm had started is still there");

    /// <summary>A dead process whose new parent has not reaped it yet is dead.</summary>
    public static bool IsAlive(int pid)
    {
        try
        {
            string stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat"));
            return stat[stat.LastIndexOf(')') + 2] != 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }
}
