using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ProcVision.Soak.Roles;

/// <summary>This program again, in another role.</summary>
internal sealed partial class Child : IDisposable
{
    private readonly Process _process;

    internal Child(params string[] role) => _process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Host, .. role])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    /// <summary>The program's file, where the process is <c>dotnet</c>.</summary>
    private static string[] Host => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Path.Combine(AppContext.BaseDirectory, "ProcVision.Soak.dll")] : [];

    internal bool HasEnded => _process.HasExited;

    /// <summary>Waits for a byte from it.</summary>
    /// <exception cref="InvalidOperationException">It has ended instead; the message is what it said.</exception>
    internal byte Receive()
    {
        var received = _process.StandardOutput.BaseStream.ReadByte();
        return received >= 0 ? (byte)received : throw new InvalidOperationException($"a child has ended: {Complaint()}");
    }

    /// <summary>Waits for a line from it.</summary>
    internal string ReceiveLine() => _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"a child has ended: {Complaint()}");

    internal void Send(byte value)
    {
        _process.StandardInput.BaseStream.WriteByte(value);
        _process.StandardInput.BaseStream.Flush();
    }

    /// <summary>Ends it between two instructions, and waits until it is gone.</summary>
    internal void Kill()
    {
        const int SigKill = 9;
        if (!OperatingSystem.IsLinux() || Signal(_process.Id, SigKill) != 0)
        {
            _process.Kill();
        }

        _process.WaitForExit();
    }

    /// <summary>Waits for its end, and gives what it wrote to stdout.</summary>
    internal string End()
    {
        var output = _process.StandardOutput.ReadToEnd();
        _process.WaitForExit();
        return _process.ExitCode == 0 ? output : throw new InvalidOperationException($"a child has failed: {Complaint()}");
    }

    /// <summary>What it wrote to stderr until its end.</summary>
    internal string Complaint() => _process.StandardError.ReadToEnd().Trim();

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int pid, int signal);
}
