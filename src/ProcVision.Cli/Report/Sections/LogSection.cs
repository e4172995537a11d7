using System.Globalization;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>What the algorithm wrote to stderr, and what the tool had to say on the way.</summary>
internal static class LogSection
{
    public static void Write(HtmlWriter html, InspectionRecord record)
    {
        if (record.Notes.Count > 0)
        {
            html.Write($"""<section class="card notes"><h2>{Words.Of("提示", "Notes")}</h2><ul>""");
            foreach (string note in record.Notes)
                html.Line($"""<li class="data">{note}</li>""");
            html.Line($"</ul></section>");
        }

        html.Line($"""<section class="card log"><h2>{Words.Of("日志", "Log")} <small>{Words.Of($"stderr，最后 {record.Log.Count} 行", $"stderr, the last {record.Log.Count} lines")}</small></h2>""");
        if (record.Log.Count == 0)
            html.Line($"""<p class="none">{Words.Of("算法没有写日志。", "The algorithm wrote no log.")}</p>""");
        else
            WriteLines(html, record.Log, record.Time.Offset);
        html.Line($"</section>");
    }

    private static void WriteLines(HtmlWriter html, IReadOnlyList<string> lines, TimeSpan offset)
    {
        html.Line($"""<ol class="lines" tabindex="0">""");
        foreach (string line in lines)
        {
            var entry = AlgorithmLogEvent.Parse(line);
            html.Write($"""<li class="{Tone(entry.Level)}">""");
            if (entry.Time is { } time)
                html.Write($"""<time>{time.ToOffset(offset).ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture)}</time> """);
            if (entry.Level is { } level)
                html.Write($"""<b class="level"><bdi>{level}</bdi></b> """);
            html.Line($"""<span class="data">{entry.Message}{AlgorithmLogLine.FieldsOf(entry)}</span></li>""");
        }

        html.Line($"</ol>");
    }

    private static string Tone(string? level) => level?.ToLowerInvariant() switch
    {
        "error" or "critical" or "fatal" => "bad",
        "warn" or "warning" => "odd",
        _ => "",
    };
}
