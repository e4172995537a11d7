using System.Globalization;

namespace ProcVision.Soak.Ledger;

/// <summary>What was counted.</summary>
internal sealed class Tally
{
    private const int DetailsKept = 20;

    private readonly List<string> _details = [];
    private readonly HashSet<string> _named = [];

    /// <summary>Processes that were killed.</summary>
    internal long Kills { get; set; }

    /// <summary>Those that had not written yet: they attached, or carried over the values of another layout.</summary>
    internal long KillsWhileAttaching { get; set; }

    /// <summary>Those that were between the beginning and the end of a write.</summary>
    internal long InFlight { get; set; }

    /// <summary>Those after which the value that was being written was there.</summary>
    internal long InFlightNew { get; set; }

    /// <summary>Readings of the whole region.</summary>
    internal long Readings { get; set; }

    /// <summary>Values looked at.</summary>
    internal long Checked { get; set; }

    internal long Torn { get; private set; }

    internal long Lost { get; private set; }

    /// <summary>Things that a reader could not read.</summary>
    internal long Unreadable { get; private set; }

    /// <summary>The first things found, for people.</summary>
    internal IReadOnlyList<string> Details => _details;

    internal bool IsClean => Torn == 0 && Lost == 0 && Unreadable == 0;

    /// <param name="finding">What is wrong with the value.</param>
    /// <param name="key">The value's; told once.</param>
    /// <param name="detail">For people.</param>
    internal void Found(Finding finding, string key, string detail)
    {
        _ = finding == Finding.Torn ? Torn++ : Lost++;
        if (_named.Add(key))
        {
            Keep($"{finding}: {detail}");
        }
    }

    internal void FoundUnreadable(string detail)
    {
        Unreadable++;
        Keep($"Unreadable: {detail}");
    }

    internal void Add(Tally other)
    {
        Kills += other.Kills;
        KillsWhileAttaching += other.KillsWhileAttaching;
        InFlight += other.InFlight;
        InFlightNew += other.InFlightNew;
        Readings += other.Readings;
        Checked += other.Checked;
        Torn += other.Torn;
        Lost += other.Lost;
        Unreadable += other.Unreadable;
        foreach (var detail in other._details)
        {
            Keep(detail);
        }
    }

    /// <summary>What a reader's process hands over.</summary>
    internal string ToText() => string.Join('\n',
        [string.Join(' ', ((long[])[Readings, Checked, Torn, Lost, Unreadable]).Select(static n => n.ToString(CultureInfo.InvariantCulture))), .. _details]);

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    internal static Tally Parse(string text)
    {
        var lines = text.TrimEnd().Split('\n');
        var numbers = lines[0].Split(' ').Select(static n => long.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        var tally = new Tally { Readings = numbers[0], Checked = numbers[1], Torn = numbers[2], Lost = numbers[3], Unreadable = numbers[4] };
        tally._details.AddRange(lines.Skip(1));
        return tally;
    }

    private void Keep(string detail)
    {
        if (_details.Count < DetailsKept)
        {
            _details.Add(detail.ReplaceLineEndings("\\n"));
        }
    }
}
