namespace ProcVision.Runner;

/// <summary>The time an algorithm is told it has (<c>deadline:v1</c>): a little less than it gets, so that one that minds it can still answer.</summary>
internal static class CallDeadline
{
    private static readonly TimeSpan MostSpared = TimeSpan.FromMilliseconds(500);

    public static TimeSpan For(TimeSpan limit)
    {
        var spared = limit / 10;
        return limit - (spared < MostSpared ? spared : MostSpared);
    }
}
