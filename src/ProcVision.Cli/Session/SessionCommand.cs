using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace ProcVision.Cli;

/// <summary>The command line of <c>procvision session</c>.</summary>
internal static class SessionCommand
{
    public static Command Create()
    {
        var region = new Argument<string?>("region")
        {
            Description = "The name or the file of a session region. Without it: the regions that there are.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var process = new Option<int?>("--process")
        {
            Description = "The regions that this process owns or writes.",
            CustomParser = ProcessId,
        };
        var json = new Option<bool>("--json") { Description = "Write JSON to stdout; everything else goes to stderr." };
        var watch = new Option<bool>("--watch") { Description = "Look again every second, until Ctrl-C." };
        var command = new Command(
            "session",
            "Show what an algorithm keeps in a session, while it runs or after it was killed. Nothing is changed or stopped. Exit codes: 0 shown, 2 bad input.")
        {
            region, process, json, watch,
        };
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
        result.AddError($"--process 必须是进程号 (正整数)，实际是 '{text}'");
        return null;
    }
}
