using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace ProcVision.EndToEnd.Tests;

/// <summary>
/// The platform's side of the pipe, written against CONFORMANCE alone and sharing no code with the product: starts the executable as
/// conformance 511 does, writes and reads frames (258).
/// </summary>
internal sealed class Station : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _log = new();

    internal Station(string executable)
    {
        Images = Directory.CreateTempSubdirectory("procvision-station").FullName;
        var start = new ProcessStartInfo(executable)
        {
            ArgumentList = { "-m", "procvision_algorithm_sdk.adapter", "--entry", "x" },
            WorkingDirectory = Path.GetDirectoryName(executable)!,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PROC_ENV"] = "prod";
        start.Environment["PROC_SHM_DIR"] = Images;
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_log)
            {
                _log.AppendLine(line.Data);
            }
        };
        _process.BeginErrorReadLine();
    }

    internal string Images { get; }

    internal int Pid => _process.Id;

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

    internal void Send(string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        var frame = new byte[4 + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, body.Length);
        body.CopyTo(frame, 4);
        _process.StandardInput.BaseStream.Write(frame);
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

    internal void CloseInput() => _process.StandardInput.Close();

    /// <summary>Waits for the end and gives the exit code.</summary>
    internal int End(TimeSpan limit)
    {
        Assert.True(_process.WaitForExit(limit), $"still running after {limit}: {Log}");
        _process.WaitForExit();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
        Directory.Delete(Images, recursive: true);
    }
}
