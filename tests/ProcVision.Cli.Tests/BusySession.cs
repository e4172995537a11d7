using System.Diagnostics;
using System.Reflection;

namespace ProcVision.Cli.Tests;

/// <summary>Another process that owns a session region and writes it without a pause.</summary>
internal sealed class BusySession : IDisposable
{
    private static readonly string Program = typeof(BusySession).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(static attribute => attribute.Key == "SoakProgram").Value!;

    private readonly Process _process = Process.Start(new ProcessStartInfo("dotnet", [Program, "busy"]) { RedirectStandardOutput = true })!;

    public BusySession() => Name = _process.StandardOutput.ReadLine() ?? "";

    public string Name { get; }

    public int ProcessId => _process.Id;

    /// <summary>SIGKILL: nothing is tidied up.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
        File.Delete(Path.Combine(SharedMemory.LinuxFolder, Name));
    }
}
