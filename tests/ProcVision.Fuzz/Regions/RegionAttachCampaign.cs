namespace ProcVision.Fuzz.Regions;

/// <summary>Damaged regions that a writer is given: it refuses them, or reads every key, stores one, and what it leaves is a region again.</summary>
internal sealed class RegionAttachCampaign : RegionCampaign
{
    private const string Key = "fuzz";

    internal override string Name => "regions-attach";

    private protected override string? Try(GuardedMemory memory, long input)
    {
        var generation = BitConverter.ToUInt32(memory.Bytes[RegionFormat.GenerationAt..]) & RegionFormat.GenerationMask;
        Session session;
        try
        {
            session = new Session("s-1", SessionContext.Empty, SessionStore.Attach(memory, generation));
        }
        catch (SessionRegionException refusal)
        {
            return refusal.Message.Length > 0 ? null : "refused without a reason";
        }

        Accepted++;
        ReadAll(session, RegionReader.Read(memory));
        Allow(() => FuzzedSession.Read(session));
        Allow(() => FuzzedSession.Fill(session, (int)input));
        var stored = false;
        Allow(() =>
        {
            _ = session.Delete(Key);
            session.Set(Key, input);
            session.Set(Key + 1, $"{input}");
            stored = true;
        });
        return stored ? Reread(memory, session, generation, input) : null;
    }

    /// <summary>What was stored is there: for this writer, for a reader, and for the next writer.</summary>
    private static string? Reread(GuardedMemory memory, Session session, uint generation, long input)
    {
        if (session.Get(Key, -1L) != input)
        {
            return "what was stored is not what is read";
        }

        var content = RegionReader.Read(memory);
        var seen = content.Values.FirstOrDefault(value => value.Key == Key);
        if (seen.Json is null || long.Parse(seen.Json, System.Globalization.CultureInfo.InvariantCulture) != input)
        {
            return $"a reader does not see what was stored: {string.Join('\n', content.Problems)}";
        }

        var next = new Session("s-1", SessionContext.Empty, SessionStore.Attach(memory, generation));
        return next.Get(Key, -1L) == input && next.Get(Key + 1, "") == $"{input}" ? null : "the next writer does not find what was stored";
    }

    private static void ReadAll(Session session, RegionContent content)
    {
        foreach (var value in content.Values)
        {
            var key = value.Key;
            Allow(() => session.Get<string?>(key));
            Allow(() => session.Get<long?>(key));
            Allow(() => session.Get<Rect?>(key));
            Allow(() => session.Get<int[]>(key));
            Allow(() => session.Get<Dictionary<string, int>>(key));
            _ = session.Exists(key);
        }
    }

    private static void Allow(Func<object?> read) => Allow(() => { _ = read(); });

    /// <summary>A value may be of another type, or no value of its type, and a description none: that is said.</summary>
    private static void Allow(Action action)
    {
        try
        {
            action();
        }
        catch (Exception refusal) when (refusal is SessionException or SessionRegionException && refusal.Message.Length > 0)
        {
            // The answer that an author gets.
        }
    }
}
