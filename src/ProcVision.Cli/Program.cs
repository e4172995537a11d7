using System.CommandLine;
using System.CommandLine.Help;
using ProcVision.Cli;

var root = new RootCommand("The author's tool for ProcVision algorithms.") { RunCommand.Create(), SessionCommand.Create() };
root.SetAction(static parsed => new HelpAction().Invoke(parsed));

// `--params @file` is ours: System.CommandLine would put the file's content in the place of the argument.
var parsed = root.Parse(args, new() { ResponseFileTokenReplacer = null });
using var interruption = new Interruption();
int code = await parsed.InvokeAsync(new() { ProcessTerminationTimeout = null }, interruption.Token);
return parsed.Errors.Count > 0 ? ExitCode.BadInput : code;
