using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ProcVision.Sdk.Tests.Hosting;

/// <summary>The scripted algorithm as a real child process over real pipes, seen as a Runner sees it.</summary>
internal sealed partial class HostedAlgorithm : IDisposable
{
    /// <summary>For whatever must come; nothing is measured by it.</summary>
    private const int Patience = 60_000;

    private readonly Process _process;
    private readonly BlockingCollection<JsonElement> _frames = [];
    private readonly BlockingCollection<string> _lines = [];
    private readonly ConcurrentQueue<string> _stderr = new();

    private HostedAlgorithm(
        string[] arguments, (string Name, string Value)[] environment, bool readFrames = true, bool readLines = true, string? executable = null)
    {
        var start = new ProcessStartInfo(executable ?? Executable, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        if (readFrames)
        {
            ReadFrames();
        }

        if (readLines)
        {
            ReadStderr();
        }
    }

    internal static string Executable { get; } = Path.Combine(AppContext.BaseDirectory, "ProcVision.TestAlgorithm");

    /// <summary>Limits to run into, with all the time there is for the reason on stderr; without them a test has nearly a minute.</summary>
    internal static (string Name, string Value) ShortLimits { get; } = ("TEST_LIMITS", "400 100 700 30000");

    /// <summary>A thread that hangs in sending is not waited for; for everything else there is time.</summary>
    internal static (string Name, string Value) NoPatienceWithThePipe { get; } = ("TEST_LIMITS", "50000 100 55000 1000");

    internal int Id => _process.Id;

    internal Stream Input => _process.StandardInput.BaseStream;

    internal Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>All of stderr so far.</summary>
    internal string Stderr => string.Join('\n', _stderr);

    /// <summary>What the algorithm's hooks noted, in order, without the thread.</summary>
    internal IEnumerable<string> Notes =>
        _stderr.Where(line => line.StartsWith("note: ", StringComparison.Ordinal)).Select(line => line[6..line.LastIndexOf(" (", StringComparison.Ordinal)]);

    internal static HostedAlgorithm Start(params (string Name, string Value)[] environment) => new([], environment);

    internal static HostedAlgorithm Start(string[] arguments, params (string Name, string Value)[] environment) =>
        new(arguments, environment);

    /// <summary>Without anybody who reads its standard output, until <see cref="ReadFrames"/>.</summary>
    internal static HostedAlgorithm StartUnread(params (string Name, string Value)[] environment) => new([], environment, readFrames: false);

    /// <summary>Started and shaken hands with.</summary>
    internal static HostedAlgorithm Ready(params (string Name, string Value)[] environment) => Start(environment).ShakeHands();

    /// <summary>Started by a host that does not read its stderr until <see cref="ReadStderr"/>, and shaken hands with.</summary>
    internal static HostedAlgorithm ReadyWithStderrUnread(params (string Name, string Value)[] environment) =>
        new HostedAlgorithm([], [("TEST_QUIET", "1"), .. environment], readLines: false).ShakeHands();

    /// <summary>Started by a shell that changes its standard streams first, and shaken hands with.</summary>
    internal static HostedAlgorithm ReadyWith(string redirection) => StartWith("sh", redirection, ("TEST_QUIET", "1")).ShakeHands();

    /// <summary>Started by a shell that changes its standard streams first.</summary>
    internal static HostedAlgorithm StartWith(string shell, string redirection, params (string Name, string Value)[] environment) =>
        new(["-c", $"exec \"$0\" {redirection}", Executable], environment, executable: "/bin/" + shell);

    /// <summary>Waits until something was written to a stderr that is not read, and takes the first byte of it.</summary>
    internal void WaitForStderr() => Assert.NotEqual(-1, _process.StandardError.BaseStream.ReadByte());

    /// <summary>Begins to read a standard output that nobody has read so far.</summary>
    internal void ReadFrames() => new Thread(CollectFrames) { IsBackground = true }.Start();

    internal void ReadStderr() => new Thread(ReadLines) { IsBackground = true }.Start();

    private HostedAlgorithm ShakeHands()
    {
        Assert.Equal("hello", Read().GetProperty("type").GetString());
        Hello();
        return this;
    }

    internal void Hello() => Send("""{"type":"hello","runner_version":"1.0.0","heartbeat_interval_ms":50000,"heartbeat_grace_ms":20000}""");

    internal void Send(string json) => SendBytes(Frame(Encoding.UTF8.GetBytes(json)));

    /// <summary>Sends several frames by one write.</summary>
    internal void SendTogether(params string[] frames) => SendBytes([.. frames.SelectMany(json => Frame(Encoding.UTF8.GetBytes(json)))]);

    internal void SendBytes(byte[] bytes)
    {
        Input.Write(bytes);
        Input.Flush();
    }

    internal static byte[] Frame(byte[] body)
    {
        var frame = new byte[4 + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, body.Length);
        body.CopyTo(frame, 4);
        return frame;
    }

    /// <summary>An execute call of step 1; the request id is the act's name.</summary>
    internal void Call(string act, int ms = 0, string? id = null, string phase = "execute", int step = 1, string session = "s1", string extra = "", string region = "") =>
        Send(CallFrame(act, ms, id ?? act, phase, step, session, extra, region));

    internal static string CallFrame(
        string act, int ms, string id, string phase = "execute", int step = 1, string session = "s1", string extra = "", string region = "") =>
        $$$"""
        {"type":"call","request_id":"{{{id}}}","data":{"phase":"{{{phase}}}","step_index":{{{step}}},"pid":"p001",
        "session":{"id":"{{{session}}}","context":{}{{{region}}}},"user_params":{"do":"{{{act}}}","ms":{{{ms}}}},"shared_mem_id":"",
        "image_meta":{"width":0,"height":0,"timestamp_ms":1,"camera_id":"c"}{{{extra}}}}}
        """;

    /// <summary>The next frame.</summary>
    internal JsonElement Read()
    {
        Assert.True(_frames.TryTake(out var frame, Patience), $"no frame came. stderr:\n{Stderr}");
        return frame;
    }

    /// <summary>Whether there is no further frame until the end of output.</summary>
    internal bool OutputEnds() => !_frames.TryTake(out _, Patience) && _frames.IsCompleted;

    /// <summary>Waits for a line on stderr that contains a text.</summary>
    internal void WaitForLine(string text)
    {
        while (_lines.TryTake(out var line, Patience))
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"no line '{text}' on stderr:\n{Stderr}");
    }

    /// <summary>Closes standard input: end of input for the algorithm.</summary>
    internal void CloseInput() => _process.StandardInput.Close();

    internal void Signal(int signal) => Assert.Equal(0, kill(_process.Id, signal));

    /// <summary>Waits for the end and gives the exit code, with all of stderr read.</summary>
    internal int WaitForExit()
    {
        Assert.True(_process.WaitForExit(Patience), $"the process did not end. stderr:\n{Stderr}");
        while (!_lines.IsCompleted)
        {
            _ = _lines.TryTake(out _, 100);
        }

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
    }

    private void CollectFrames()
    {
        Span<byte> header = stackalloc byte[4];
        try
        {
            while (Output.ReadAtLeast(header, 4, throwOnEndOfStream: false) == 4)
            {
                var body = new byte[BinaryPrimitives.ReadInt32BigEndian(header)];
                Output.ReadExactly(body);
                using var document = JsonDocument.Parse(body);
                _frames.Add(document.RootElement.Clone());
            }
        }
        catch (Exception exception) when (exception is JsonException or IOException or OverflowException)
        {
            _stderr.Enqueue($"NOT A FRAME ON STDOUT: {exception.Message}");
        }
        finally
        {
            _frames.CompleteAdding();
        }
    }

    private void ReadLines()
    {
        while (_process.StandardError.ReadLine() is { } line)
        {
            _stderr.Enqueue(line);
            _lines.Add(line);
        }

        _lines.CompleteAdding();
    }

    [LibraryImport("libc")]
    private static partial int kill(int process, int signal);
}
