using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>What the algorithm kept of the detection for its next step.</summary>
internal static class SessionSection
{
    public static void Write(HtmlWriter html, InspectionRecord record)
    {
        if (record.Detection is not { } detection)
            return;
        html.Line($"""<section class="card session"><h2>{Words.Of("会话值", "Session values")}</h2>""");
        if (detection.SessionValues.Count == 0)
            html.Line($"""<p class="none">{(record.Algorithm is { TellsSession: true } ? Words.Of("算法没有保存会话值。", "The algorithm kept no session values.") : Words.Of("算法不提供会话值。", "The algorithm does not tell its session values."))}</p>""");
        else
            WriteValues(html, detection.SessionValues);
        html.Line($"</section>");
    }

    private static void WriteValues(HtmlWriter html, IReadOnlyList<SessionValue> values)
    {
        html.Line($"""<div class="scroll"><table class="members"><tbody>""");
        foreach (var value in values)
        {
            html.Line($"""
                <tr><th scope="row"><div class="data">{value.Key} <small><bdi>{value.Type}</bdi></small></div></th><td><div class="data">{JsonText.Of(value.Value)}</div></td></tr>
                """);
        }

        html.Line($"</tbody></table></div>");
    }
}
