using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ProcVision.Fuzz.Frames;

/// <summary>The test algorithm as a real process over real pipes, shaken hands with; what it answers goes into the ledger as it comes.</summary>
internal sealed class AlgorithmUnderFire : IDisposable
{
    private const int LinesKept = 30;

    private readonly Process _process;
    private readonly Stream _input;
    private readonly Thread _reading;
    private readonly Timer _watchdog;
    private readonly Queue<string> _stderr = new();
    private readonly MemoryStream _unsent = new();
    private long _writingSince;

    internal AlgorithmUnderFire(bool executeOnly)
    {
        var start = new ProcessStartInfo(Executable)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["TEST_QUIET"] = "1";
        start.Environment["PROC_LOG_LEVEL"] = "error";
        if (executeOnly)
        {
            start.Environment["TEST_EXECUTE_ONLY"] = "1";
        }

        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginErrorReadLine();
        _input = _process.StandardInput.BaseStream;
        Ledger.Expect(new Expectation("hello", "", ["OK"]), []);
        _reading = new Thread(ReadFrames) { IsBackground = true };
        _reading.Start();
        _watchdog = new Timer(_ => Watch(), null, Ledger.Patience, Ledger.Patience / 10);
        Send([0, 0, 0, 16, .. "{\"type\":\"hello\"}"u8]);
        _ = Ledger.Await(0);
    }

    /// <summary>The published native one, where the environment names it; else the one that was built beside this program.</summary>
    internal static string Executable { get; } = Environment.GetEnvironmentVariable("PROCVISION_TEST_ALGORITHM")
        ?? Path.Combine(AppContext.BaseDirectory, "ProcVision.TestAlgorithm" + (OperatingSystem.IsWindows() ? ".exe" : ""));

    internal Ledger Ledger { get; } = new();

    /// <summary>The end of what it said on stderr.</summary>
    internal string Stderr
    {
        get
        {
            lock (_stderr)
            {
                return string.Join('\n', _stderr);
            }
        }
    }

    /// <summary>Bytes of memory that are resident; 0 where that cannot be seen, as of a process that has just ended.</summary>
    internal long ResidentBytes
    {
        get
        {
            try
            {
                var line = File.ReadLines($"/proc/{_process.Id}/status").FirstOrDefault(text => text.StartsWith("VmRSS:", StringComparison.Ordinal));
                return line is null ? 0 : 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);
            }
            catch (IOException)
            {
                return 0;
            }
        }
    }

    /// <summary>Puts bytes behind those that are to be sent; a few frames go in one write.</summary>
    internal void Send(ReadOnlySpan<byte> bytes)
    {
        _unsent.Write(bytes);
        if (_unsent.Length > 16 * 1024)
        {
            Flush();
        }
    }

    /// <summary>Sends what is left to send.</summary>
    internal void Flush()
    {
        if (_unsent.Length == 0)
        {
            return;
        }

        try
        {
            Interlocked.Exchange(ref _writingSince, Stopwatch.GetTimestamp());
            _input.Write(_unsent.GetBuffer().AsSpan(0, (int)_unsent.Length));
            _input.Flush();
        }
        catch (IOException exception)
        {
            Ledger.Fail($"it reads no more: {exception.Message}");
        }
        finally
        {
            Interlocked.Exchange(ref _writingSince, 0);
            _unsent.SetLength(0);
        }
    }

    /// <summary>Waits until at most so many frames are without their answer.</summary>
    internal bool Await(int open)
    {
        Flush();
        return Ledger.Await(open);
    }

    /// <summary>Ends the input, for a process that is to end by that.</summary>
    internal void CloseInput()
    {
        Flush();
        _input.Close();
    }

    /// <summary>Waits for the end of the process.</summary>
    /// <returns>Its exit code; null when it does not end.</returns>
    internal int? End()
    {
        Flush();
        return _process.WaitForExit(Ledger.Patience) && _reading.Join(Ledger.Patience) ? _process.ExitCode : null;
    }

    public void Dispose()
    {
        _watchdog.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private void Watch()
    {
        if (Interlocked.Read(ref _writingSince) is not 0 and var since && Stopwatch.GetElapsedTime(since) > Ledger.Patience)
        {
            Ledger.Fail($"it has read nothing for {Ledger.Patience.TotalSeconds} s");
            _process.Kill();
        }
    }

    private void ReadFrames()
    {
        try
        {
            var output = new BufferedStream(_process.StandardOutput.BaseStream, 64 * 1024);
            var header = new byte[4];
            while (output.ReadAtLeast(header, 4, throwOnEndOfStream: false) == 4)
            {
                var length = BinaryPrimitives.ReadInt32BigEndian(header);
                if (length is <= 0 or > 2 * 1024 * 1024)
                {
                    throw new FormatException($"It sent a frame of {length} bytes.");
                }

                var body = new byte[length];
                output.ReadExactly(body);
                Ledger.Note(Answer.Read(body));
            }
        }
        catch (Exception exception) when (exception is IOException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            Ledger.Fail(exception.Message);
        }

        Ledger.Close();
    }

    private void Keep(string? line)
    {
        lock (_stderr)
        {
            if (line is not null)
            {
                _stderr.Enqueue(line);
            }

            if (_stderr.Count > LinesKept)
            {
                _ = _stderr.Dequeue();
            }
        }
    }
}
