using System.Text.Json;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>The members of a free object, one a row.</summary>
internal static class MemberTable
{
    /// <summary>More are counted only.</summary>
    private const int MostRows = 200;

    public static void Write(HtmlWriter html, string title, IEnumerable<JsonProperty> members)
    {
        JsonProperty[] all = [.. members];
        if (all.Length == 0)
            return;
        html.Line($"""
            <h4>{title}</h4>
            <div class="scroll"><table class="members"><tbody>
            """);
        foreach (var member in all.Take(MostRows))
            html.Line($"""<tr><th scope="row"><div class="data">{member.Name}</div></th><td><div class="data">{JsonText.Of(member.Value)}</div></td></tr>""");
        html.Line($"</tbody></table></div>");
        if (all.Length > MostRows)
            html.Line($"""<p class="warn">{Words.Of($"另有 {all.Length - MostRows} 项未显示", $"{all.Length - MostRows} more are not shown")}</p>""");
    }
}
