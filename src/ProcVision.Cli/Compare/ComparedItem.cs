namespace ProcVision.Cli;

/// <summary>What two packages said of one picture.</summary>
/// <param name="A">The one that was asked for first.</param>
/// <param name="B">The one of <c>--compare</c>.</param>
internal sealed record ComparedItem(SeriesItem A, SeriesItem B)
{
    /// <summary>What somebody at the line would see: verdict, code, reason, and how many defects.</summary>
    public bool IsSame => Seen(A) == Seen(B);

    public static int Defects(SeriesItem item) => item.Rects.All.Count(static rect => rect.Kind == RectKind.Defect);

    private static (string, string?, string, int) Seen(SeriesItem item) => (item.Word, item.ErrorCode, item.Reason, Defects(item));
}
