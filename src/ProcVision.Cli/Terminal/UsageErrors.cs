using System.CommandLine;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>What a command line that cannot be understood gets: each mistake with its cure, and where the examples are.</summary>
internal static class UsageErrors
{
    public static int Tell(ParseResult parsed, TextWriter error)
    {
        foreach (string message in parsed.Errors.Select(static problem => problem.Message).Distinct())
            error.WriteLine(Complaint.Of(ToolCode.Usage, message));
        foreach (string unknown in parsed.UnmatchedTokens)
        {
            if (ClosestName.Find(unknown, Known(parsed.CommandResult.Command)) is { } near)
                error.WriteLine(Words.Of($"提示: 是否想写 '{near}'?", $"hint: did you mean '{near}'?"));
        }

        string path = string.Join(' ', Path(parsed));
        error.WriteLine(Words.Of($"提示: {path} --help 有说明和示例", $"hint: {path} --help has the options and examples"));
        return ExitCode.BadInput;
    }

    private static IEnumerable<string> Known(Command command) =>
        command.Subcommands.Select(static sub => sub.Name).Concat(command.Options.Select(static option => option.Name));

    private static Stack<string> Path(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var at = parsed.CommandResult; at is not null; at = at.Parent as System.CommandLine.Parsing.CommandResult)
            names.Push(at.Command is RootCommand ? "procvision" : at.Command.Name);
        return names;
    }
}
