using System.CommandLine;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>The option that every command has.</summary>
internal static class JsonOption
{
    public static Option<bool> Create() => new("--json")
    {
        Description = Words.Of("把结果以 JSON 写到 stdout，其余都写到 stderr", "Write the result to stdout as JSON; everything else goes to stderr."),
    };
}
