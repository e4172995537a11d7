using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>The verdict, readable from afar by its word, its sign and its colour, and why.</summary>
internal static class VerdictBanner
{
    public static void Write(HtmlWriter html, InspectionRecord record, VerdictText verdict)
    {
        html.Write($"""
            <header class="verdict">
            <div class="call">
            <svg class="sign" viewBox="0 0 24 24" aria-hidden="true">
            """);
        WriteSign(html, verdict.Tone);
        html.Line($"""
            </svg>
            <p class="word">{verdict.Word}</p>
            </div>
            <div class="why">
            <h1>{verdict.Meaning}</h1>
            """);
        foreach (var reason in verdict.Reasons)
            WriteReason(html, reason);
        html.Line($"""
            <p class="what"><span>{Words.Of("产品", "Product")} <b><bdi>{record.Session.ProductCode}</bdi></b></span> <span>{Words.Of("算法", "Algorithm")} <b><bdi>{record.Manifest.Name}</bdi></b> <bdi>{record.Manifest.Version}</bdi></span> <time>{Shown.Time(record.Time)}</time></p>
            </div>
            </header>
            """);
    }

    private static void WriteSign(HtmlWriter html, string tone)
    {
        switch (tone)
        {
            case "ok":
                html.Write($"""<circle cx="12" cy="12" r="10.5"/><path d="M6.5 12.5l3.8 3.8 7.4-8"/>""");
                break;
            case "ng":
                html.Write($"""<path d="M7.7 1.5h8.6l6.2 6.2v8.6l-6.2 6.2H7.7l-6.2-6.2V7.7z"/><path d="M8 8l8 8M16 8l-8 8"/>""");
                break;
            default:
                html.Write($"""<path d="M12 2L23 21.5H1z"/><path d="M12 9v6M12 17.6v.8"/>""");
                break;
        }
    }

    private static void WriteReason(HtmlWriter html, VerdictReason reason)
    {
        html.Write($"""<div class="reason"><p class="data">{reason.Text}</p><p class="where"><bdi>{reason.Where}</bdi>""");
        if (reason.Code is { } code)
            html.Write($""" · <span class="code"><bdi>{code}</bdi> {ErrorText.OfCode(code)}</span>""");
        if (reason.Kind is { } kind)
            html.Write($""" · <bdi>{ErrorText.OfKind(kind)}</bdi>""");
        html.Line($"</p></div>");
    }
}
