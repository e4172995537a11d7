using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>
/// The rectangles over the photograph. Lines are drawn in the picture's own coordinates, so that they lie where the algorithm saw something;
/// the numbers beside them are texts of the page, so that they have one size at every zoom.
/// </summary>
internal static class PhotoOverlay
{
    /// <summary>Up to here every rectangle has room for its label beside its number.</summary>
    public const int FewRects = 12;

    /// <summary>Above this even numbers alone would hide the picture: they are shown when asked for, and for what is pressed.</summary>
    public const int ManyRects = 80;

    /// <summary>A rectangle below this part of the picture would be lost on a screen: it gets a ring.</summary>
    private const double SmallPart = 0.025;

    public static void Write(HtmlWriter html, MarkedRects rects, int width, int height)
    {
        // Small ones last, on top of the large ones that may lie around them.
        MarkedRect[] drawn =
        [
            .. rects.All.Where(static rect => rect.Visible is not null).OrderByDescending(static rect => rect.Visible!.Value.Width * rect.Visible.Value.Height),
        ];
        html.Line($"""
            <svg class="marks" viewBox="0 0 {width} {height}" preserveAspectRatio="none" role="img" aria-label="{Words.Of($"{drawn.Length} 个方框，详见下表", $"{drawn.Length} rectangles, listed in the table below")}">
            """);
        foreach (var rect in drawn)
            WriteLines(html, rect);
        html.Line($"""
            </svg>
            <div class="tags" aria-hidden="true">
            """);
        foreach (var rect in drawn)
            WriteTag(html, rect, width, height);
        html.Line($"</div>");
    }

    private static void WriteLines(HtmlWriter html, MarkedRect rect)
    {
        var place = rect.Place!.Value;
        html.Line($"""
            <g class="mark {rect.Kind.Word()}" data-rect="{rect.Number}" data-layer="{rect.Layer}"><title>{rect.Number} {Text(rect)}{"\n"}{place.ToString()}</title><rect class="casing" x="{place.X}" y="{place.Y}" width="{place.Width}" height="{place.Height}"/><rect class="line" data-kind="{rect.Kind.Word()}" x="{place.X}" y="{place.Y}" width="{place.Width}" height="{place.Height}"/></g>
            """);
    }

    private static void WriteTag(HtmlWriter html, MarkedRect rect, int width, int height)
    {
        var (place, seen) = (rect.Place!.Value, rect.Visible!.Value);
        bool small = seen.Width < width * SmallPart && seen.Height < height * SmallPart;
        html.Line($"""
            <div class="holder {rect.Kind.Word()}{(small ? " small" : "")}" data-rect="{rect.Number}" data-layer="{rect.Layer}" style="left:{100 * (seen.X + (seen.Width / 2)) / width}%;top:{100 * (seen.Y + (seen.Height / 2)) / height}%;width:{100 * seen.Width / width}%;height:{100 * seen.Height / height}%"><span class="tag"><b>{rect.Number}</b><span class="text">{Short(rect.Label)}</span><span class="more">{rect.ScoreText} {place.ToString()}</span></span></div>
            """);
    }

    private static string Text(MarkedRect rect) => $"{rect.Label} {rect.ScoreText}".Trim();

    private static string Short(string label)
    {
        const int Most = 16;
        return label.Length <= Most ? label : $"{label.AsSpan(0, Most)}…";
    }
}
