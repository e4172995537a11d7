using System.Diagnostics;
using System.Globalization;
using ProcVision.Soak.Ledger;
using ProcVision.Soak.Planted;

namespace ProcVision.Soak.Roles;

/// <summary>The experiment: lanes side by side, and what they found.</summary>
internal static class Soak
{
    private const int Lanes = 2;

    /// <returns>Whether nothing was torn or lost.</returns>
    internal static bool Run(int kills, ulong seed, Plant plant)
    {
        var watch = Stopwatch.StartNew();
        var after = new Tally();
        var live = new Tally();
        var failures = new List<Exception>();
        var threads = Enumerable.Range(0, Lanes).Select(lane => new Thread(() =>
        {
            try
            {
                using var run = new Lane(seed + ((ulong)lane << 32), plant);
                var tally = run.Run((kills + lane) / Lanes);
                lock (after)
                {
                    after.Add(tally);
                    live.Add(run.Live);
                }
            }
            catch (Exception e)
            {
                // A thread's exception would end the process, and leave the other lane's children.
                lock (after)
                {
                    failures.Add(e);
                }
            }
        })).ToArray();
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());
        Tell(after, live, watch.Elapsed);
        failures.ForEach(Console.Error.WriteLine);
        return failures.Count == 0 && after.IsClean && live.IsClean;
    }

    private static void Tell(Tally after, Tally live, TimeSpan time)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {after.Kills} kills in {time.TotalSeconds:0.0} s, {after.KillsWhileAttaching} of them before the first write
            {after.InFlight} in the middle of a write: then the new value {after.InFlightNew} times, the old one {after.InFlight - after.InFlightNew} times
            after the kills: {after.Checked} values checked, {after.Torn} torn, {after.Lost} lost, {after.Unreadable} unreadable
            beside the writers: {live.Readings} readings, {live.Checked} values checked, {live.Torn} torn, {live.Lost} lost, {live.Unreadable} unreadable
            """));
        foreach (var detail in after.Details.Concat(live.Details))
        {
            Console.WriteLine($"  {detail}");
        }
    }
}
