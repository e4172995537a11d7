using System.Text.Json;

namespace ProcVision.Runner.Tests.Chaos;

/// <summary>What an algorithm is told to do wrong in one detection.</summary>
/// <param name="What">A name of <c>chaos.py</c>; null for nothing.</param>
/// <param name="Phase">In which call.</param>
/// <param name="Once">The file that says that it has been done; null: in every attempt.</param>
internal sealed record Misdeed(string? What, string Phase, string? Once)
{
    private static readonly string[] All =
    [
        "crash", "kill itself", "hang", "ignore SIGTERM", "print garbage", "broken JSON", "answer late", "answer twice", "answer for another",
        "answer for another first", "close stdout", "close stdin", "fork and crash", "fork", "eat memory", "flood stderr",
    ];

    public static Misdeed Draw(Random random, string folder, int detection) => new(
        random.Next(5) < 2 ? All[random.Next(All.Length)] : null,
        random.Next(2) == 0 ? "pre" : "execute",
        random.Next(4) > 0 ? Path.Combine(folder, $"done-{detection}") : null);

    public IReadOnlyDictionary<string, JsonElement> Parameters
    {
        get
        {
            var parameters = new Dictionary<string, JsonElement>();
            if (What is null)
                return parameters;
            parameters["do"] = JsonSerializer.SerializeToElement(What);
            parameters["phase"] = JsonSerializer.SerializeToElement(Phase);
            if (Once is not null)
                parameters["once"] = JsonSerializer.SerializeToElement(Once);
            return parameters;
        }
    }
}
