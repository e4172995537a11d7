using System.Diagnostics;

namespace ProcVision.Sdk.Tests.Hosting;

/// <summary>
/// A host that can be killed without killing the tests: a shell that starts the algorithm with a pipe each way, sends it some frames and then
/// neither reads nor writes.
/// </summary>
internal sealed class ShellHost : IDisposable
{
    private const int Patience = 60_000;

    private const string Script = """
        mkfifo in out
        "$0" <in >out &
        exec 3>in 4<out
        cat frames >&3
        $1
        echo the host is ready >&2
        wait
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("procvision-host");
    private readonly Process _shell;
    private readonly List<string> _lines = [];

    /// <param name="frames">What it sends.</param>
    /// <param name="also">A further shell command, before the host says that it is ready.</param>
    /// <param name="environment">For the algorithm.</param>
    internal ShellHost(string[] frames, string also, params (string Name, string Value)[] environment)
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, "frames"), [.. frames.SelectMany(json => HostedAlgorithm.Frame(System.Text.Encoding.UTF8.GetBytes(json)))]);
        var start = new ProcessStartInfo("/bin/sh", ["-c", Script.Replace("$1", also, StringComparison.Ordinal), HostedAlgorithm.Executable])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _shell = Process.Start(start)!;
    }

    /// <summary>Reads stderr up to a line that contains each of some texts.</summary>
    internal void WaitFor(params IEnumerable<string> texts)
    {
        var missing = texts.ToList();
        while (missing.Count > 0)
        {
            var line = _shell.StandardError.ReadLine();
            Assert.True(line is not null, $"no line '{missing[0]}' on stderr:\n{string.Join('\n', _lines)}");
            _lines.Add(line);
            missing.RemoveAll(text => line.Contains(text, StringComparison.Ordinal));
        }
    }

    /// <summary>SIGKILL. Gives all of stderr when the algorithm, the last one to have it, has ended.</summary>
    internal string[] Kill()
    {
        _shell.Kill();
        var rest = Task.Run(_shell.StandardError.ReadToEnd);
        Assert.True(rest.Wait(Patience), $"the algorithm goes on without its host:\n{string.Join('\n', _lines)}");
        return [.. _lines, .. rest.Result.Split('\n')];
    }

    public void Dispose()
    {
        if (!_shell.HasExited)
        {
            _shell.Kill(entireProcessTree: true);
        }

        _shell.WaitForExit();
        _shell.Dispose();
        _folder.Delete(recursive: true);
    }
}
