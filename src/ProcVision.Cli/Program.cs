using ProcVision.Cli;

UserLanguage.Use(args);
// `--params @file` is ours: System.CommandLine would put the file's content in the place of the argument.
var parsed = Tool.Create().Parse(args, new() { ResponseFileTokenReplacer = null });
if (parsed.Errors.Count > 0)
    return UsageErrors.Tell(parsed, ToolStreams.Error);
using var interruption = new Interruption();
return await parsed.InvokeAsync(new() { ProcessTerminationTimeout = null }, interruption.Token);
