using System.Globalization;
using System.Text;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>Regions for people. Everything in a region comes from a stranger.</summary>
internal sealed class SessionTable(StringBuilder text)
{
    private const int KeyShown = 40;
    private const int TypeShown = 32;
    private const int ValueShown = 100;
    private const int ProblemsShown = 20;

    private static string[] Columns => [Words.Of("键", "key"), Words.Of("类型", "type"), Words.Of("字节", "bytes"), Words.Of("值", "value")];

    public void Write(ReadRegion region)
    {
        var content = region.Content;
        Line($"{Words.Of("区域", "Region")}: {TerminalText.Of(region.File ?? region.Name)}");
        Line($"{Words.Of("会话", "Session")}: {Or(content.Origin.Id, Words.Of("(未命名)", "(without a name)"))}");
        Line($"{Words.Of("算法", "Algorithm")}: {Or(content.Origin.Algorithm, "?")}{Words.Of("，产品", ", product")}: {Or(content.Origin.Pid, "?")}");
        Line($"{Words.Of("上下文", "Context")}: {(content.Origin.IsContextLeftOut ? Words.Of("(过长，未保存)", "(too long, not kept)") : TerminalText.Of(Encoding.UTF8.GetString(content.Origin.Context)))}");
        Line($"{Words.Of("状态", "State")}: {State(content)}{Words.Of("，开始", ", begun")}: {Time(content.BegunMs)}{Words.Of("，最近调用", ", last call")}: {Time(content.AttachedMs)}");
        Line($"{Words.Of("大小: 已用", "Size: used")} {Shown.Bytes(content.Used)}{Words.Of("，共", ", of")} {Shown.Bytes(content.Size)}");
        Line($"{Words.Of("所有者", "Owner")}: {Process(content.Owner)}{Words.Of("，写入者", ", writer")}: {Process(content.Writer)}");
        if (region.IsLeftBehind)
            Line($"{Words.Of("遗留: 所有者已结束，此区域不再使用；下一次启动的 Runner 会清理它，也可以立即删除", "Left behind: its owner has ended and nobody uses it; the next Runner that starts clears it away, or delete it now")}: rm {region.File}");
        Line($"");
        Values(content.Values);
        foreach (string problem in content.Problems.Take(ProblemsShown))
            Line($"{Words.Of("无法读取", "Cannot be read")}: {TerminalText.Of(problem)}");
        if (content.Problems.Count > ProblemsShown)
            Line($"… {Words.Of($"另有 {content.Problems.Count - ProblemsShown} 个", $"{content.Problems.Count - ProblemsShown} more")}");
    }

    public void WriteList(IReadOnlyList<ReadRegion> regions)
    {
        Rows([Words.Of("区域", "region"), Words.Of("会话", "session"), Words.Of("算法", "algorithm"), Words.Of("产品", "product"), Words.Of("状态", "state"), Words.Of("值", "values"), Words.Of("已用", "used")],
        [
            .. regions.Select(static region => (string[])
            [
                region.Name,
                TerminalText.Shortened(TerminalText.Of(region.Content.Origin.Id), KeyShown),
                TerminalText.Shortened(TerminalText.Of(region.Content.Origin.Algorithm), TypeShown),
                TerminalText.Shortened(TerminalText.Of(region.Content.Origin.Pid), TypeShown),
                region.IsLeftBehind ? Words.Of("遗留", "left behind") : State(region.Content),
                region.Content.Values.Count.ToString(CultureInfo.InvariantCulture),
                Shown.Bytes(region.Content.Used),
            ]),
        ]);
    }

    private void Values(IReadOnlyList<StoredValue> values)
    {
        if (values.Count == 0)
        {
            Line($"{Words.Of("(没有值)", "(no values)")}");
            return;
        }

        Rows(Columns,
        [
            .. values.Select(static value => (string[])
            [
                TerminalText.Shortened(TerminalText.Of(value.Key), KeyShown),
                TerminalText.Shortened(TerminalText.Of(value.Type), TypeShown),
                value.Bytes.ToString(CultureInfo.InvariantCulture),
                Value(value.Json),
            ]),
        ]);
    }

    private static string Value(byte[] json)
    {
        // More than can be shown need not be looked through.
        const int MostBytes = 4 * ValueShown;
        string start = Encoding.UTF8.GetString(json.AsSpan(0, Math.Min(json.Length, MostBytes)));
        string shown = TerminalText.Shortened(TerminalText.Of(start), ValueShown);
        return json.Length > MostBytes && !shown.EndsWith('…') ? shown + "…" : shown;
    }

    private void Rows(string[] head, List<string[]> rows)
    {
        int[] widths = [.. head.Select((title, column) => rows.Select(row => TerminalText.Width(row[column])).Append(TerminalText.Width(title)).Max())];
        foreach (string[] row in rows.Prepend(head))
        {
            for (int column = 0; column < row.Length; column++)
            {
                text.Append(row[column]);
                if (column < row.Length - 1)
                    text.Append(' ', widths[column] - TerminalText.Width(row[column]) + 2);
            }

            text.Append('\n');
        }
    }

    private static string State(RegionContent content) => content switch
    {
        { Generation: 0 } => Words.Of("尚未开始", "not begun"),
        { IsOpen: true } => Words.Of($"进行中 (第 {content.Generation} 次)", $"open (generation {content.Generation})"),
        _ => Words.Of($"已结束 (第 {content.Generation} 次)", $"ended (generation {content.Generation})"),
    };

    private static string Time(long milliseconds) => milliseconds is <= 0 or > 253_402_300_799_999
        ? "—"
        : Shown.Time(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToLocalTime());

    private static string Process(RegionProcess process) => ReadRegion.IsAlive(process) switch
    {
        null => Words.Of("无", "none"),
        true => Words.Of($"进程 {process.Id} (运行中)", $"process {process.Id} (running)"),
        false => Words.Of($"进程 {process.Id} (已结束)", $"process {process.Id} (ended)"),
    };

    private static string Or(string given, string otherwise) => given.Length == 0 ? otherwise : TerminalText.Of(given);

    private void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
