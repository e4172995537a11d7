using System.Diagnostics;
using System.Globalization;
using ProcVision.Sdk.Tests.Hosting;

namespace ProcVision.Sdk.Tests.Sessions.Memory;

/// <summary>Another process that makes or removes shared regions.</summary>
internal sealed class KeeperProcess : IDisposable
{
    private readonly Process _process;

    private KeeperProcess(string executable, params string[] arguments) => _process = Process.Start(new ProcessStartInfo(executable, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        UseShellExecute = false,
    })!;

    /// <summary>Makes regions and keeps them; ready when this returns.</summary>
    internal static KeeperProcess Owner(string folder, int count, out List<string> names) =>
        new KeeperProcess(HostedAlgorithm.Executable, "regions", "make", folder, count.ToString(CultureInfo.InvariantCulture)).ReadNames(out names);

    /// <summary>The same in a file system in memory that has room for some of them; no names where the system does not allow one.</summary>
    internal static KeeperProcess OwnerInSmallMemory(string folder, int bytes, int count, out List<string> names)
    {
        var script = string.Create(CultureInfo.InvariantCulture, $"mount -t tmpfs -o size={bytes} none {folder} && exec {HostedAlgorithm.Executable} regions make {folder} {count}");
        return new KeeperProcess("unshare", "-Urm", "sh", "-c", script).ReadNames(out names);
    }

    /// <summary>Begins to remove what is stale when its input ends.</summary>
    internal static KeeperProcess Remover(string folder) => new(HostedAlgorithm.Executable, "regions", "remove", folder);

    /// <summary>Lets it end by itself; gives what it still said.</summary>
    internal List<string> End()
    {
        _process.StandardInput.Close();
        return Rest();
    }

    /// <summary>SIGKILL; gone when this returns.</summary>
    internal void Kill()
    {
        _process.Kill();
        _ = Rest();
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private List<string> Rest()
    {
        var lines = _process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        _process.WaitForExit();
        return [.. lines];
    }

    private KeeperProcess ReadNames(out List<string> names)
    {
        names = [];
        while (_process.StandardOutput.ReadLine() is { Length: > 0 } name)
        {
            names.Add(name);
        }

        return this;
    }
}
