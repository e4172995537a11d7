using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace ProcVision.EndToEnd.Tests.Platform;

/// <summary>
/// The platform's process handling as section 18 of the conformance list describes it, sharing no code with the product: one child, started,
/// shaken hands with, called and stopped as the platform does it, its weaknesses included.
/// </summary>
internal sealed partial class PlatformEngine : IDisposable
{
    private readonly ConcurrentQueue<string> _log = new();
    private readonly PlatformTimings _timings;
    private readonly PlatformStderr _stderr;
    private readonly Process _process;
    private readonly PlatformFrames _frames;
    private PlatformHeartbeat? _heartbeat;
    private volatile PlatformState _state = PlatformState.Starting;

    /// <summary>Launches the child; <see cref="WaitForHello"/> is next.</summary>
    internal PlatformEngine(PlatformPackage package, PlatformTimings timings, IReadOnlyDictionary<string, string?> environment)
    {
        _timings = timings;
        _stderr = new PlatformStderr(Log);
        _process = Process.Start(PlatformLaunch.Of(package, environment))!;
        _process.ErrorDataReceived += (_, line) => _stderr.Add(line.Data);
        _process.BeginErrorReadLine();
        _frames = new PlatformFrames(_process.StandardInput.BaseStream, _process.StandardOutput.BaseStream, Log, _process.Kill);
        _frames.Pong += () => _heartbeat?.OnPong();
    }

    internal PlatformState State => _state;

    /// <summary>What the child said of itself.</summary>
    internal JsonObject? Hello { get; private set; }

    internal int PongsDuringCalls => _heartbeat?.PongsDuringCalls ?? 0;

    /// <summary>The platform's own log, the child's lines in it.</summary>
    internal IReadOnlyCollection<string> Lines => _log;

    /// <summary>After the end.</summary>
    internal int ExitCode
    {
        get
        {
            _process.WaitForExit();
            return _process.ExitCode;
        }
    }

    internal void Log(string line) => _log.Enqueue(line);

    /// <summary>The handshake (conformance 281, 282, 513, 514, 516).</summary>
    internal void WaitForHello()
    {
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < _timings.Hello)
        {
            if (_frames.Take(_timings.Poll) is { } message)
            {
                if ((string?)message["type"] == "hello")
                {
                    Hello = message;
                    AnswerHello();
                    return;
                }

                if ((string?)message["type"] == "error")
                {
                    // Its code and message are lost here (282).
                    break;
                }

                Log($"Unknown message type {message["type"]}");
            }
            else if (_process.HasExited && _frames.IsAtEnd)
            {
                _state = PlatformState.Error;
                throw new PlatformException("1005", $"Handshake failed: process exited (code={ExitCode})\n{_stderr.Tail}");
            }
        }

        _state = PlatformState.Error;
        throw new PlatformException("1005", $"Handshake timeout after {_timings.Hello.TotalMilliseconds:0}ms.");
    }

    /// <summary>One call, and what comes for its answer (conformance 305, 329, 343, 518).</summary>
    /// <exception cref="PlatformException">An error frame, no answer in time, or the end of the child.</exception>
    internal JsonObject Call(JsonObject call)
    {
        if (_state != PlatformState.Running)
        {
            throw new PlatformException("9999", $"the process is {_state}");
        }

        _state = PlatformState.Executing;
        try
        {
            Send(call);
            return WaitForAnswer((string?)call["request_id"]);
        }
        finally
        {
            _ = Interlocked.CompareExchange(ref _state, PlatformState.Running, PlatformState.Executing);
        }
    }

    /// <summary>A message outside of a call.</summary>
    internal void Send(JsonObject message)
    {
        try
        {
            _frames.Send(message);
        }
        catch (IOException exception)
        {
            throw new PlatformException("9999", $"pipe broken: {exception.Message}");
        }
    }

    internal void Ping()
    {
        try
        {
            _frames.Send(new JsonObject { ["type"] = "ping", ["timestamp_ms"] = Now() });
        }
        catch (IOException)
        {
            // The child has just ended; whoever waits for it says so.
        }
    }

    /// <summary>SIGTERM, some time, SIGKILL (conformance 308, 515); never a shutdown.</summary>
    internal PlatformStop Stop()
    {
        _state = PlatformState.Stopped;
        _heartbeat?.Dispose();
        _ = OperatingSystem.IsWindows() ? 0 : Kill(_process.Id, 15);
        if (_frames.WaitForEnd(_timings.Stop))
        {
            _process.WaitForExit();
            return PlatformStop.Terminated;
        }

        _process.Kill();
        _process.WaitForExit();
        return PlatformStop.Killed;
    }

    public void Dispose()
    {
        _heartbeat?.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.WaitForExit();
        _process.Dispose();
    }

    private void AnswerHello()
    {
        _heartbeat = new PlatformHeartbeat(this, _timings);
        _state = PlatformState.Running;
        Send(new JsonObject
        {
            ["type"] = "hello",
            ["runner_version"] = "1.0.0",
            ["heartbeat_interval_ms"] = (long)_timings.HeartbeatInterval.TotalMilliseconds,
            ["heartbeat_grace_ms"] = (long)_timings.HeartbeatGrace.TotalMilliseconds,
            ["timestamp_ms"] = Now(),
        });
    }

    private JsonObject WaitForAnswer(string? requestId)
    {
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < _timings.Call)
        {
            if (_frames.Take(_timings.Poll) is { } message)
            {
                var type = (string?)message["type"];
                if (type is not ("result" or "error"))
                {
                    Log($"Unknown message type {type}");
                }
                else if ((string?)message["request_id"] is { } id && id != requestId)
                {
                    Log($"Ignoring stale message with rid={id}");
                }
                else
                {
                    return type == "result" ? message : throw new PlatformException((string?)message["error_code"] ?? "9999", (string?)message["message"] ?? "");
                }
            }
            else if (_process.HasExited && _frames.IsAtEnd)
            {
                throw new PlatformException("1005", $"process exited (code={ExitCode})\n{_stderr.Tail}");
            }
        }

        // The child is left running (329).
        throw new PlatformException("1005", $"Call timeout after {_timings.Call.TotalMilliseconds:0}ms");
    }

    private static long Now() => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
