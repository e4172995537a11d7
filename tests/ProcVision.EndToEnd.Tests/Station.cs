using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;

namespace ProcVision.EndToEnd.Tests;

/// <summary>
/// The other end of the pipe, frame by frame and with no habits of its own, sharing no code with the product; the host that has the platform's habits
/// is <see cref="Platform.PlatformEngine"/>.
/// </summary>
internal sealed partial class Station : IDisposable
{
    /// <summary>Nothing here takes so long; a process that still runs then is ended, and whoever waits for its frame fails.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly StringBuilder _log = new();
    private readonly Timer _patience;

    /// <param name="executable">The algorithm.</param>
    /// <param name="variables">Of its environment, beside those the platform sets.</param>
    internal Station(string executable, params ReadOnlySpan<(string Name, string Value)> variables)
        : this(executable, Path.GetDirectoryName(executable)!, "x", variables)
    {
    }

    /// <param name="python">What the platform takes for the package's Python (conformance 512).</param>
    /// <param name="folder">The working directory.</param>
    /// <param name="entry">The manifest's <c>entry_point</c>.</param>
    /// <param name="variables">Of its environment, beside those the platform sets.</param>
    internal Station(string python, string folder, string entry, params ReadOnlySpan<(string Name, string Value)> variables)
    {
        Images = Directory.CreateTempSubdirectory("procvision-station").FullName;
        var start = new ProcessStartInfo(python)
        {
            ArgumentList = { "-m", "procvision_algorithm_sdk.adapter", "--entry", entry },
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PROC_ENV"] = "prod";
        start.Environment["PROC_SHM_DIR"] = Images;
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_log)
            {
                _log.AppendLine(line.Data);
            }
        };
        _process.BeginErrorReadLine();
        _patience = new Timer(_ => _process.Kill(entireProcessTree: true), null, Patience, Timeout.InfiniteTimeSpan);
    }

    internal string Images { get; }

    internal int Id => _process.Id;

    internal string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    /// <summary>The platform's answer to hello (conformance 514), after hello has come.</summary>
    internal JsonObject Handshake()
    {
        var hello = Receive();
        Send("""{"type":"hello","runner_version":"1.0.0","heartbeat_interval_ms":50000,"heartbeat_grace_ms":20000}""");
        return hello;
    }

    /// <summary>Sends frames by one write: they are in the pipe together however slow this side is.</summary>
    internal void Send(params ReadOnlySpan<string> frames)
    {
        using var bytes = new MemoryStream();
        Span<byte> length = stackalloc byte[4];
        foreach (var json in frames)
        {
            var body = Encoding.UTF8.GetBytes(json);
            BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
            bytes.Write(length);
            bytes.Write(body);
        }

        SendBytes(bytes.ToArray());
    }

    /// <summary>Sends bytes as they are, by one write.</summary>
    internal void SendBytes(ReadOnlySpan<byte> bytes)
    {
        _process.StandardInput.BaseStream.Write(bytes);
        _process.StandardInput.BaseStream.Flush();
    }

    internal JsonObject Receive()
    {
        var output = _process.StandardOutput.BaseStream;
        var header = new byte[4];
        output.ReadExactly(header);
        var body = new byte[BinaryPrimitives.ReadInt32BigEndian(header)];
        output.ReadExactly(body);
        return JsonNode.Parse(body)!.AsObject();
    }

    internal JsonObject Ask(string json)
    {
        Send(json);
        return Receive();
    }

    /// <summary>Waits until the process sends something or has closed its output; whether it was the latter.</summary>
    internal bool IsAtEnd() => _process.StandardOutput.BaseStream.ReadByte() < 0;

    internal void CloseInput() => _process.StandardInput.Close();

    /// <summary>
    /// Sends SIGTERM and gives the time until the kernel has closed the process's end of its output, which it does when the process ends. A
    /// thread that is blocked in a read sees that at once; the exit code comes later on a loaded machine, by other threads of this process.
    /// </summary>
    internal TimeSpan TimeToEndAfterTerminate()
    {
        var output = _process.StandardOutput.BaseStream;
        var asked = Stopwatch.GetTimestamp();
        Assert.Equal(0, Signal(_process.Id, 15));
        Assert.Equal(-1, output.ReadByte());
        return Stopwatch.GetElapsedTime(asked);
    }

    /// <summary>SIGKILL; gone when this returns.</summary>
    internal void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Waits for the end and gives the exit code.</summary>
    internal int End()
    {
        Assert.True(_process.WaitForExit(Patience), $"still running after {Patience}: {Log}");
        _process.WaitForExit();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        _patience.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
        Directory.Delete(Images, recursive: true);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
