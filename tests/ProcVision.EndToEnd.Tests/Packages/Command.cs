using System.Diagnostics;

namespace ProcVision.EndToEnd.Tests.Packages;

/// <summary>A program that runs to its end.</summary>
internal static class Command
{
    internal static (int Exit, string Output, string Error) Run(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // pip asks nobody: not the network, not the machine's configuration, not a person.
        start.Environment["PIP_NO_INDEX"] = "1";
        start.Environment["PIP_CONFIG_FILE"] = "/dev/null";
        start.Environment["PIP_DISABLE_PIP_VERSION_CHECK"] = "1";
        start.Environment["PIP_NO_INPUT"] = "1";
        start.Environment.Remove("PYTHONPATH");
        return Run(start);
    }

    internal static (int Exit, string Output, string Error) Run(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
