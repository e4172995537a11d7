using System.Globalization;
using System.Text;

namespace ProcVision.Cli;

/// <summary>Regions for people. Everything in a region comes from a stranger.</summary>
internal sealed class SessionTable(StringBuilder text)
{
    private const int KeyShown = 40;
    private const int TypeShown = 32;
    private const int ValueShown = 100;
    private const int ProblemsShown = 20;

    private static readonly string[] Columns = ["键", "类型", "字节", "值"];

    public void Write(ReadRegion region)
    {
        var content = region.Content;
        Line($"区域: {TerminalText.Of(region.File ?? region.Name)}");
        Line($"会话: {Or(content.Origin.Id, "(未命名)")}");
        Line($"算法: {Or(content.Origin.Algorithm, "?")}，产品: {Or(content.Origin.Pid, "?")}");
        Line($"上下文: {(content.Origin.IsContextLeftOut ? "(过长，未保存)" : TerminalText.Of(Encoding.UTF8.GetString(content.Origin.Context)))}");
        Line($"状态: {State(content)}，开始: {Time(content.BegunMs)}，最近调用: {Time(content.AttachedMs)}");
        Line($"大小: 已用 {Shown.Bytes(content.Used)}，共 {Shown.Bytes(content.Size)}");
        Line($"所有者: {Process(content.Owner)}，写入者: {Process(content.Writer)}");
        if (region.IsLeftBehind)
            Line($"遗留: 所有者已结束，此区域不再使用；下一次启动的 Runner 会清理它，也可以立即删除: rm {region.File}");
        Line($"");
        Values(content.Values);
        foreach (string problem in content.Problems.Take(ProblemsShown))
            Line($"无法读取: {TerminalText.Of(problem)}");
        if (content.Problems.Count > ProblemsShown)
            Line($"… 另有 {content.Problems.Count - ProblemsShown} 个");
    }

    public void WriteList(IReadOnlyList<ReadRegion> regions)
    {
        Rows(["区域", "会话", "算法", "产品", "状态", "值", "已用"],
        [
            .. regions.Select(static region => (string[])
            [
                region.Name,
                TerminalText.Shortened(TerminalText.Of(region.Content.Origin.Id), KeyShown),
                TerminalText.Shortened(TerminalText.Of(region.Content.Origin.Algorithm), TypeShown),
                TerminalText.Shortened(TerminalText.Of(region.Content.Origin.Pid), TypeShown),
                region.IsLeftBehind ? "遗留" : State(region.Content),
                region.Content.Values.Count.ToString(CultureInfo.InvariantCulture),
                Shown.Bytes(region.Content.Used),
            ]),
        ]);
    }

    private void Values(IReadOnlyList<StoredValue> values)
    {
        if (values.Count == 0)
        {
            Line($"(没有值)");
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
        { Generation: 0 } => "尚未开始",
        { IsOpen: true } => string.Create(CultureInfo.InvariantCulture, $"进行中 (第 {content.Generation} 次)"),
        _ => string.Create(CultureInfo.InvariantCulture, $"已结束 (第 {content.Generation} 次)"),
    };

    private static string Time(long milliseconds) => milliseconds is <= 0 or > 253_402_300_799_999
        ? "—"
        : Shown.Time(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToLocalTime());

    private static string Process(RegionProcess process) => ReadRegion.IsAlive(process) switch
    {
        null => "无",
        true => string.Create(CultureInfo.InvariantCulture, $"进程 {process.Id} (运行中)"),
        false => string.Create(CultureInfo.InvariantCulture, $"进程 {process.Id} (已结束)"),
    };

    private static string Or(string given, string otherwise) => given.Length == 0 ? otherwise : TerminalText.Of(given);

    private void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
