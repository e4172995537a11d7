using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>The command line of <c>procvision session</c>.</summary>
internal static class SessionCommand
{
    public static Command Create()
    {
        var region = new Argument<string?>("region")
        {
            Description = Words.Of("会话区域的名称或文件；省略时列出所有区域", "The name or the file of a session region. Without it: the regions that there are."),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var process = new Option<int?>("--process")
        {
            Description = Words.Of("此进程拥有或写入的区域", "The regions that this process owns or writes."),
            CustomParser = ProcessId,
        };
        var json = JsonOption.Create();
        var watch = new Option<bool>("--watch") { Description = Words.Of("每秒刷新，直到 Ctrl-C", "Look again every second, until Ctrl-C.") };
        var command = new Command(
            "session",
            Words.Of(
                "显示算法在会话中保存的内容，运行时或被杀死之后；不改变也不停止任何东西。退出码: 0 已显示，2 输入有误。",
                "Show what an algorithm keeps in a session, while it runs or after it was killed. Nothing is changed or stopped. Exit codes: 0 shown, 2 bad input."))
        {
            region, process, json, watch,
        };
        command.AddExamples("procvision session", "procvision session --process 4711 --watch");
        command.SetAction((parsed, cancellation) => new SessionLook(new()
        {
            Region = parsed.GetValue(region),
            ProcessId = parsed.GetValue(process),
            Json = parsed.GetValue(json),
            Watch = parsed.GetValue(watch),
        }).RunAsync(cancellation));
        return command;
    }

    /// <summary>The parser's own message for a text that is no number names a type of C#.</summary>
    private static int? ProcessId(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value > 0)
            return value;
        result.AddError(Words.Of($"--process 必须是进程号 (正整数)，实际是 '{text}'", $"--process must be the number of a process, and is '{text}'"));
        return null;
    }
}
