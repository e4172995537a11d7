using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>Where the time went.</summary>
internal static class TimingSection
{
    public static void Write(HtmlWriter html, InspectionRecord record)
    {
        (string Name, TimeSpan Time)[] parts = [.. Parts(record)];
        if (parts.Length == 0)
            return;
        double longest = Math.Max(0.001, parts.Max(static part => part.Time.TotalMilliseconds));
        html.Line($"""
            <section class="card times"><h2>{Words.Of("用时", "Times")}</h2>
            <table><tbody>
            """);
        foreach (var (name, time) in parts)
        {
            html.Line($"""
                <tr><th scope="row"><bdi>{name}</bdi></th><td class="bar"><i style="width:{100 * time.TotalMilliseconds / longest}%"></i></td><td class="n">{Shown.Ms(time)}</td></tr>
                """);
        }

        if (record.Detection is { } detection)
            html.Line($"""<tr class="sum"><th scope="row">{Words.Of("检测合计", "Whole inspection")}</th><td></td><td class="n">{Shown.Ms(detection.Elapsed)}</td></tr>""");
        html.Line($"</tbody></table></section>");
    }

    private static IEnumerable<(string Name, TimeSpan Time)> Parts(InspectionRecord record)
    {
        if (record.Algorithm is { } algorithm)
            yield return (Words.Of("启动", "Start"), algorithm.StartTime);
        foreach (var step in record.Detection?.Steps ?? [])
        {
            if (step.PreExecute is { } pre)
                yield return ($"{Shown.Step(step.Index)} {Words.Of("预执行", "pre-execute")}", pre.Elapsed);
            if (step.Execute is { } execute)
                yield return ($"{Shown.Step(step.Index)} {Words.Of("执行", "execute")}", execute.Elapsed);
        }
    }
}
