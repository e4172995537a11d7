using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>The rectangles again, with their numbers: what is small on the picture is readable here.</summary>
internal static class RectTable
{
    public static void Write(HtmlWriter html, MarkedRects rects)
    {
        if (rects.All.Count == 0)
            return;
        html.Line($"""
            <section class="card rects" id="rects"><h2>{Words.Of("方框", "Rectangles")} <small>{Words.Of($"共 {rects.All.Count + rects.LeftOut} 个", $"{rects.All.Count + rects.LeftOut}")}<span class="hint">{Words.Of("，点按编号可在照片上标出", ", press a number to see it on the photograph")}</span></small></h2>
            <div class="scroll" tabindex="0"><table>
            <thead><tr><th>{Words.Of("编号", "No.")}</th><th>{Words.Of("标签", "Label")}</th><th class="n">{Words.Of("分数", "Score")}</th><th class="n">x, y<br>{Words.Of("宽 × 高", "w × h")}</th></tr></thead>
            <tbody>
            """);
        foreach (var rect in rects.All)
            WriteRow(html, rect);
        html.Line($"</tbody></table></div>");
        if (rects.LeftOut > 0)
            html.Write($"""<p class="warn">{Words.Of($"另有 {rects.LeftOut} 个方框未显示，完整结果请用 --json。", $"{rects.LeftOut} more are not shown; --json has them all.")}</p>""");
        html.Line($"</section>");
    }

    private static void WriteRow(HtmlWriter html, MarkedRect rect)
    {
        html.Write($"""<tr class="{rect.Kind.Word()}" data-rect="{rect.Number}" data-layer="{rect.Layer}"><td>""");
        if (rect.Visible is null)
            html.Write($"""<span class="number">{rect.Number}</span>""");
        else
            html.Write($"""<button type="button" class="number" aria-pressed="false" aria-label="{Words.Of("在照片上标出", "Show on the photograph:")} {rect.Number}">{rect.Number}</button>""");
        html.Write($"""</td><td><div class="data">{rect.Label}</div><span class="kind">{rect.Kind.Text()} · {Shown.Step(rect.Step)}</span>""");
        if (rect.Remark is { } remark)
            html.Write($"""<p class="warn">{remark}</p>""");
        html.Write($"""</td><td class="n">{rect.ScoreText}</td>""");
        if (rect.Place is { } place)
            html.Write($"""<td class="n">{place.X}, {place.Y}<br>{place.Width} × {place.Height}</td>""");
        else
            html.Write($"""<td class="n">—</td>""");
        html.Line($"</tr>");
    }
}
