using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>Adds to a command's help what people look for first.</summary>
internal static class Examples
{
    /// <param name="command">The command.</param>
    /// <param name="lines">Whole command lines.</param>
    public static void AddExamples(this Command command, params string[] lines) =>
        // An option of its own wins over the one of the root.
        command.Options.Add(new HelpOption { Action = new HelpWithExamples(lines) });

    private sealed class HelpWithExamples(string[] lines) : SynchronousCommandLineAction
    {
        private readonly HelpAction _help = new();

        /// <summary>Whoever asks for help has not finished the command line.</summary>
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            int code = _help.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine(Words.Of("示例:", "Examples:"));
            foreach (string line in lines)
                output.WriteLine($"  {line}");
            output.WriteLine();
            return code;
        }
    }
}
