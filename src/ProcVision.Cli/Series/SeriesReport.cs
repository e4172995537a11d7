using System.Globalization;
using ProcVision.Manifests;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>A series as one page that needs nothing else: the counts, a thumbnail of every picture, and each picture large with what was found on it.</summary>
internal static class SeriesReport
{
    /// <summary>What browsers of a tablet still open; pictures that are not OK come first into it.</summary>
    private const long MostPictureBytes = 64L << 20;

    public static void Write(TextWriter output, ManifestModel manifest, string pid, SeriesSummary summary)
    {
        var html = new HtmlWriter(output);
        string script = ReportAsset.SeriesScript;
        string tone = summary.Count(DetectionOutcome.Error) > 0 ? "error" : summary.Count(DetectionOutcome.Ng) > 0 ? "ng" : "ok";
        html.Write($"""
            <!DOCTYPE html>
            <html lang="{(Words.InEnglish ? "en" : "zh-CN")}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src '{ReportAsset.HashOf(script)}'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="generator" content="procvision run --report">
            <link rel="icon" href="data:,">
            <title>{pid} · {manifest.Name} {manifest.Version} · {summary.Items.Count}</title>
            <style>
            """);
        html.WriteVerbatim(ReportAsset.Style);
        html.WriteVerbatim(ReportAsset.SeriesStyle);
        html.Line($"""
            </style>
            </head>
            <body class="{tone} series">
            """);
        Head(html, manifest, pid, summary);
        Times(html, summary);
        Shots(html, summary);
        html.Write($"""
            <nav class="turn" hidden><button type="button" data-turn="-1" aria-label="{Words.Of("上一张", "previous")}">‹</button><button type="button" data-turn="0" aria-label="{Words.Of("关闭", "close")}">×</button><button type="button" data-turn="1" aria-label="{Words.Of("下一张", "next")}">›</button></nav>
            <script>
            """);
        html.WriteVerbatim(script);
        html.Line($"""
            </script>
            </body>
            </html>
            """);
    }

    private static void Head(HtmlWriter html, ManifestModel manifest, string pid, SeriesSummary summary)
    {
        string partial = summary.IsPartial ? Words.Of($"已中断: 完成 {summary.Items.Count}/{summary.Planned}", $"Interrupted: {summary.Items.Count} of {summary.Planned} done") : "";
        html.Line($"""
            <header class="verdict"><h1>{manifest.Name} {manifest.Version} · {pid}</h1><p class="partial">{partial}</p>
            <fieldset class="filter"><legend>{Words.Of("显示", "Show")}</legend>
            <label class="chip"><input type="radio" name="filter" value="" checked>{Words.Of("全部", "all")} <b>{summary.Items.Count}</b></label>
            <label class="chip"><input type="radio" name="filter" value="ok">OK <b>{summary.Count(DetectionOutcome.Ok)}</b></label>
            <label class="chip"><input type="radio" name="filter" value="ng">NG <b>{summary.Count(DetectionOutcome.Ng)}</b></label>
            <label class="chip"><input type="radio" name="filter" value="error">ERROR <b>{summary.Count(DetectionOutcome.Error)}</b></label>
            </fieldset></header>
            """);
    }

    private static void Times(HtmlWriter html, SeriesSummary summary)
    {
        html.Line($"""
            <section class="card times"><table><thead><tr><th>{Words.Of("步骤", "Step")}</th><th>p50</th><th>p99</th><th>max</th><th>{Words.Of("次数", "calls")}</th></tr></thead><tbody>
            """);
        foreach (var call in summary.Calls)
            html.Line($"<tr><td>{call.Step} {call.Phase}</td><td>{Shown.Ms(call.P50)}</td><td>{Shown.Ms(call.P99)}</td><td>{Shown.Ms(call.Most)}</td><td>{call.Count}</td></tr>");
        html.Line($"</tbody></table>");
        foreach (var (path, words) in summary.Unsteady)
            html.Line($"""<p class="unsteady">{Words.Of("前后不一致", "changed between rounds")}: <bdi>{path}</bdi> {words}</p>""");
        html.Line($"</section>");
    }

    private static void Shots(HtmlWriter html, SeriesSummary summary)
    {
        var embedded = Embedded(summary.Items);
        if (embedded.Count < summary.Items.Count(static item => item.Width > 0))
            html.Line($"""<p class="note">{Words.Of("为了能在平板上打开，部分图片没有嵌入", "Some pictures are left out, so that a tablet can open the page")}</p>""");
        html.Line($"""<main class="shots">""");
        foreach (var item in summary.Items)
            Shot(html, item, embedded.Contains(item) ? item.Path : null);
        html.Line($"</main>");
    }

    private static void Shot(HtmlWriter html, SeriesItem item, string? picture)
    {
        string tone = item.Word.ToLowerInvariant();
        html.Write($"""
            <figure class="shot {tone}" data-verdict="{tone}" tabindex="0"><div class="frame" style="--w:{Math.Max(1, item.Width)};--h:{Math.Max(1, item.Height)}">
            """);
        if (picture is not null && File.Exists(picture))
            PictureData.Write(html, picture, item);
        html.Line($"""
            <svg viewBox="0 0 {Math.Max(1, item.Width)} {Math.Max(1, item.Height)}" preserveAspectRatio="none" aria-hidden="true">
            """);
        foreach (var rect in item.Rects.All.Where(static rect => rect.Visible is not null))
        {
            var place = rect.Place!.Value;
            html.Line($"""<rect class="line {rect.Kind.Word()}" x="{place.X}" y="{place.Y}" width="{place.Width}" height="{place.Height}"><title>{rect.Label} {rect.ScoreText}</title></rect>""");
        }

        string round = item.Round > 1 ? string.Create(CultureInfo.InvariantCulture, $" ({item.Round})") : "";
        html.Line($"""
            </svg></div><figcaption><b>{item.Word}{(item.ErrorCode is { } code ? $" {code}" : "")}</b> <bdi>{Path.GetFileName(item.Path)}{round}</bdi> <small>{Shown.Ms(item.Elapsed)}</small><div class="data">{item.Reason}</div></figcaption></figure>
            """);
    }

    /// <summary>Which pictures fit: those that are not OK first, then one round after the other.</summary>
    private static HashSet<SeriesItem> Embedded(IReadOnlyList<SeriesItem> items)
    {
        var embedded = new HashSet<SeriesItem>(ReferenceEqualityComparer.Instance);
        long bytes = 0;
        foreach (var item in items.Where(static item => item.Width > 0).OrderBy(static item => item.Outcome == DetectionOutcome.Ok).ThenBy(static item => item.Round))
        {
            long size = File.Exists(item.Path) ? new FileInfo(item.Path).Length : MostPictureBytes;
            if (bytes + size > MostPictureBytes)
                continue;
            bytes += size;
            embedded.Add(item);
        }

        return embedded;
    }
}
