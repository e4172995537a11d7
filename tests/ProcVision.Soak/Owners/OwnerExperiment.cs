using System.Diagnostics;
using System.Globalization;
using ProcVision.Soak.Roles;

namespace ProcVision.Soak.Owners;

/// <summary>Kills owners while they begin and end detections: what is read beside them and after them is one detection, and none stays behind.</summary>
internal sealed class OwnerExperiment(ulong seed)
{
    private static readonly TimeSpan PatienceWithAnother = TimeSpan.FromSeconds(5);

    private readonly Random _dice = new((int)seed);
    private readonly List<string> _problems = [];
    private long _readings;
    private long _notReady;
    private long _closed;
    private bool _wasReady;

    /// <returns>Whether nothing was mixed and nothing was left.</returns>
    internal bool Run(int kills)
    {
        var watch = Stopwatch.StartNew();
        var next = new Child("owner");
        for (var i = 1; i <= kills; i++)
        {
            using var owner = next;
            next = new("owner");
            KillOne(owner, $"kill {i}");
        }

        next.Dispose();
        Remove("the last");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {kills} owners killed in {watch.Elapsed.TotalSeconds:0.0} s, {_closed} of them between two detections, {_notReady} before the region was ready
            {_readings} readings beside and after them: {_problems.Count} wrong
            """));
        foreach (var problem in _problems.Take(20))
        {
            Console.WriteLine($"  {problem}");
        }

        return _problems.Count == 0;
    }

    private void KillOne(Child owner, string when)
    {
        var name = owner.ReceiveLine();
        using (var region = SharedMemory.Open(name, writable: false))
        {
            var (began, time) = (Stopwatch.GetTimestamp(), _dice.Next(4000));
            while (Stopwatch.GetElapsedTime(began).TotalMicroseconds < time)
            {
                Look(region, $"before {when}");
            }

            owner.Kill();
            if (Look(region, $"after {when}") is { IsOpen: false })
            {
                _closed++;
            }
        }

        Remove(when, name);
    }

    private RegionContent? Look(SharedMemory region, string when)
    {
        // Before the look: what is ready stays ready.
        _wasReady = IsReady(region);
        try
        {
            var content = RegionReader.Read(region);
            _readings++;
            if (OwnedDetection.Problem(content) is { } problem)
            {
                _problems.Add($"{when}: {problem}");
            }

            return content;
        }
        catch (SessionRegionException) when (!_wasReady)
        {
            _notReady += when.StartsWith("after", StringComparison.Ordinal) ? 1 : 0;
        }
        catch (SessionRegionException e) when (e.Message.Contains("一直在更换", StringComparison.Ordinal))
        {
            // An owner that does nothing but begin and end outruns a reader; it is told so.
        }
        catch (SessionRegionException e)
        {
            _problems.Add($"{when}: {e.Message}");
        }

        return null;
    }

    /// <summary>Its version comes last.</summary>
    private static unsafe bool IsReady(SharedMemory region) => Volatile.Read(ref *(uint*)(region.Start + RegionFormat.VersionAt)) != 0;

    private void Remove(string when, string? name = null)
    {
        // The next owner tidies at its start as well: what it has just taken in hand is passed over here, and gone in a moment.
        var began = Stopwatch.GetTimestamp();
        do
        {
            _ = StaleRegions.Remove();
            if (name is null || StaleRegions.Names().All(left => left.ToString() != name))
            {
                return;
            }

            Thread.Sleep(1);
        }
        while (Stopwatch.GetElapsedTime(began) < PatienceWithAnother);

        _problems.Add($"{when}: {name} is left behind");
    }
}
