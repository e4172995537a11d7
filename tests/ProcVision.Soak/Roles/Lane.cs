using ProcVision.Soak.Ledger;
using ProcVision.Soak.Planted;
using ProcVision.Soak.Values;

namespace ProcVision.Soak.Roles;

/// <summary>One region, its reader, and one writer after the other, each of which is killed.</summary>
internal sealed class Lane : IDisposable
{
    private const int KillsPerDetection = 25;

    private readonly ulong _seed;
    private readonly Plant _plant;
    private readonly Random _dice;
    private readonly SharedMemory _region = SharedMemory.Create(RegionMemory.DefaultSize);
    private readonly ProgressPage _page = ProgressPage.Create(SoakKeys.All.Length);
    private readonly Tally _tally = new();
    private readonly Inspection _inspection;
    private readonly Moment _moment;
    private readonly Judge _judge;
    private readonly long[] _inFlight = new long[SoakKeys.All.Length];
    private int _detections;

    internal Lane(ulong seed, Plant plant)
    {
        _seed = seed;
        _plant = plant;
        _dice = new((int)seed);
        _page.Seed = seed;
        _judge = new(_page);
        _inspection = new(_page, new ReadableRegion(_region), _judge, _tally);
        _moment = new(_dice, _page);
        RegionOwner.Format(_region);
        _page.Generation = RegionOwner.Begin(_region, Identity());
    }

    /// <summary>Values read beside the writers.</summary>
    internal Tally Live { get; private set; } = new();

    /// <summary>Kills so many writers, and looks into the region after each.</summary>
    internal Tally Run(int kills)
    {
        using var reader = new Child("reader", _region.Name, _page.Path);
        var next = Writer(0);
        try
        {
            for (var i = 1; i <= kills; i++)
            {
                using var writer = next;
                next = Writer(i);
                KillOne(writer);
                if (i % KillsPerDetection == 0)
                {
                    BeginAnother();
                }
            }
        }
        finally
        {
            next.Dispose();
        }

        _page.IsOver = true;
        Live = Tally.Parse(reader.End());
        return _tally;
    }

    public void Dispose()
    {
        _page.Dispose();
        _region.Dispose();
    }

    private Child Writer(int i) => _plant == Plant.None
        ? new("writer", _region.Name, _page.Path, $"{_seed + (ulong)i}")
        : new("planted", _region.Name, _page.Path, $"{_seed + (ulong)i}", $"{_plant}");

    private void KillOne(Child writer)
    {
        _ = writer.Receive();
        _page.Stage = Stage.Waiting;
        writer.Send(_dice.Next(2) == 0 ? Turn.First : Turn.Second);
        if (!_moment.Await(writer))
        {
            throw new InvalidOperationException($"a writer has ended before it was killed: {writer.Complaint()}");
        }

        writer.Kill();
        _tally.Kills++;
        if (_page.Stage <= Stage.Attaching)
        {
            _tally.KillsWhileAttaching++;
        }

        _tally.Readings++;
        _ = _inspection.Run($"after kill {_tally.Kills}");
        foreach (var key in SoakKeys.All)
        {
            CountInFlight(key);
        }
    }

    private void CountInFlight(SoakKey key)
    {
        var about = _page.LastAbout(key.Index);
        if (about != _page.LastWritten(key.Index) && about != _inFlight[key.Index])
        {
            _inFlight[key.Index] = about;
            _tally.InFlight++;
            _tally.InFlightNew += _judge.Seen(key) == about ? 1 : 0;
        }
    }

    /// <summary>Another detection in the same region: nothing of the last one may be seen any more.</summary>
    private void BeginAnother()
    {
        _page.Epoch++;
        _page.Generation = RegionOwner.Begin(_region, Identity());
        foreach (var key in SoakKeys.All)
        {
            _page.Clear(key.Index);
        }

        _page.Epoch++;
        _ = _inspection.Run("after the beginning of another detection");
    }

    private RegionIdentity Identity() => new($"soak-{_detections++}", "p001", "soak", "{\"operator\":\"dev\"}"u8.ToArray());
}
