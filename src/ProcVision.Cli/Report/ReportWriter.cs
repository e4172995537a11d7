using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>The page: one file that needs nothing else, for a tablet beside the machine and for paper.</summary>
internal static class ReportWriter
{
    public static void Write(TextWriter output, InspectionRecord record)
    {
        var html = new HtmlWriter(output);
        var rects = MarkedRects.Of(record.Detection, record.Picture.Header);
        var verdict = VerdictText.Of(record);
        string script = ReportAsset.Script;
        // Only this script runs, by its hash: markup that came in some other way could do nothing.
        html.Write($"""
            <!DOCTYPE html>
            <html lang="{Words.Of("zh-CN", "en")}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src '{ReportAsset.HashOf(script)}'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="generator" content="procvision run --report">
            <link rel="icon" href="data:,">
            <title>{verdict.Word} · {record.Session.ProductCode} · {record.Manifest.Name} {record.Manifest.Version} · {Shown.Time(record.Time)}</title>
            <style>
            """);
        html.WriteVerbatim(ReportAsset.Style);
        html.Line($"""
            </style>
            </head>
            <body class="{verdict.Tone}">
            """);
        VerdictBanner.Write(html, record, verdict);
        html.Line($"""<main>""");
        PhotoSection.Write(html, record.Picture, rects);
        RectTable.Write(html, rects);
        StepSection.Write(html, record);
        LogSection.Write(html, record);
        html.Line($"""<div class="column">""");
        TimingSection.Write(html, record);
        SessionSection.Write(html, record);
        html.Line($"</div>");
        FactsSection.Write(html, record);
        html.Write($"""
            </main>
            <script>
            """);
        html.WriteVerbatim(script);
        html.Line($"""
            </script>
            </body>
            </html>
            """);
    }
}
