using System.Globalization;

namespace ProcVision.Fuzz.Regions;

/// <summary>Regions that a writer has left, of several shapes: what mutation begins with.</summary>
internal static class RegionSeeds
{
    internal const int Size = 32 * 1024;

    internal static byte[][] Make(Random random) =>
    [
        Of(Size, Keyed),
        Of(Size, session => FuzzedSession.Fill(session, 5)),
        Of(Size, session => Many(session, random)),
        Of(Size, Coded),
        Of(2 * Size, session =>
        {
            FuzzedSession.Fill(session, 8);
            Many(session, random);
            Coded(session);
        }),
        Of(Size, static _ => { }),
        Of(Size, Keyed, detections: 3, ended: true),
    ];

    /// <summary>Writes the seeds of a coverage-guided run, for the day on which the format has changed.</summary>
    internal static void WriteTargets(string folder)
    {
        string[] names = ["keyed", "typed", "many", "coded", "", "empty", "ended"];
        var seeds = Make(new Random(1));
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i].Length > 0)
            {
                ReadOnlySpan<byte> body = seeds[i].AsSpan(RegionFormat.BodyAt);
                File.WriteAllBytes(Path.Combine(folder, names[i]), [.. seeds[i].AsSpan(0, RegionTarget.Front), .. body[..(body.LastIndexOfAnyExcept((byte)0) + 1)]]);
            }
        }
    }

    private static unsafe byte[] Of(int size, Action<Session> fill, int detections = 1, bool ended = false)
    {
        using var memory = PrivateMemory.Create(size);
        RegionOwner.Format(memory);
        for (var i = 0; i < detections; i++)
        {
            var generation = RegionOwner.Begin(memory, new RegionIdentity("s-1", "p001", "fuzz", "{\"operator\":\"dev\"}"u8.ToArray()));
            fill(new Session("s-1", SessionContext.Empty, SessionStore.Attach(memory, generation)));
        }

        if (ended)
        {
            RegionOwner.End(memory);
        }

        return new ReadOnlySpan<byte>(memory.Start, size).ToArray();
    }

    private static void Keyed(Session session)
    {
        session.Set("bool", true);
        session.Set("int", -5);
        session.Set("ulong", ulong.MaxValue);
        session.Set("double", 0.5);
        session.Set("decimal", 1.10m);
        session.Set("char", '料');
        session.Set("time", DateTime.UnixEpoch);
        session.Set("offset", DateTimeOffset.UnixEpoch);
        session.Set("day", new DateOnly(2026, 1, 2));
        session.Set("guid", Guid.Empty);
        session.Set("rect", new Rect(1, 2, 3, 4));
        session.Set("text", "引导");
        session.Set<string?>("none", null);
        session.Set("text", "又一个");
    }

    /// <summary>More keys than one chunk has, some of them gone.</summary>
    private static void Many(Session session, Random random)
    {
        for (var i = 0; i < 120; i++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"key {random.Next(90)}");
            switch (random.Next(4))
            {
                case 0:
                    _ = session.Delete(key);
                    break;
                case 1:
                    Try(() => session.Set(key, i));
                    break;
                default:
                    Try(() => session.Set(key, new string('x', random.Next(60))));
                    break;
            }
        }
    }

    private static void Coded(Session session)
    {
        session.Set("ints", Enumerable.Range(1, 3).ToArray());
        session.Set("bytes", new byte[] { 1, 2 });
        session.Set("doubles", new List<double> { 0.5, 1.5 });
        session.Set("table", new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 });
        session.Set("texts", "a 引".Split(' '));
    }

    private static void Try(Action set)
    {
        try
        {
            set();
        }
        catch (SessionException)
        {
            // The key has a value of another type.
        }
    }
}
