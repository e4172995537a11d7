namespace ProcVision.Runner;

/// <summary>What is read of a session in the Runner's own memory when its detection is over, also when the algorithm has died.</summary>
internal static class KeptSession
{
    public static IReadOnlyList<SessionValue> Values(SessionRegion region, Action<string>? log)
    {
        try
        {
            var state = region.Read();
            foreach (string problem in state.Problems)
                log?.Invoke(Words.Of($"没有取到会话值: {problem}", $"no session values: {problem}"));
            return state.Values;
        }
        catch (SessionRegionException e)
        {
            log?.Invoke(Words.Of($"没有取到会话值: {e.Message}", $"no session values: {e.Message}"));
            return [];
        }
    }

    /// <summary>Null when the algorithm has destroyed it.</summary>
    public static ReadOnlyMemory<byte>? Archive(SessionRegion region, Action<string>? log)
    {
        try
        {
            return SessionArchive.Of(region);
        }
        catch (SessionRegionException e)
        {
            log?.Invoke(Words.Of($"会话未能归档: {e.Message}", $"the session could not be archived: {e.Message}"));
            return null;
        }
    }
}
