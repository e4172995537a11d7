using System.Text.Json;
using ProcVision.Testing;

// Not the folder's namespace: it would hide the type Diagnostics from every other test.
namespace ProcVision.Sdk.Tests;

public sealed class StructuredLoggerTests : IDisposable
{
    private readonly LogCapture _sink = new();
    private readonly StoppedClock _clock = new();
    private readonly StructuredLogger _log;

    public StructuredLoggerTests() => _log = new StructuredLogger(_sink, LogLevel.Debug, _clock);

    public void Dispose() => _sink.Dispose();

    [Fact]
    [Conformance(473)]
    public void A_line_is_one_JSON_object_with_level_time_and_message_first()
    {
        _log.Info($"光照检查通过: {35.26:F1}", ("count", 6), ("big", long.MaxValue), ("light", 35.2), ("ok", true), ("who", "张三"), ("none", (string?)null));
        Assert.Equal(
            """{"level":"info","timestamp_ms":86400000,"message":"光照检查通过: 35.3","count":6,"big":9223372036854775807,"light":35.2,"ok":true,"who":"张三","none":null}""",
            Assert.Single(_sink.Lines));
    }

    [Fact]
    [Conformance("C57")]
    public void Levels_are_lower_case()
    {
        _log.Debug("a");
        _log.Info("a");
        _log.Warn("a");
        _log.Error("a");
        Assert.Equal(["debug", "info", "warn", "error"], _sink.Lines.Select(l => Parse(l).GetProperty("level").GetString()));
    }

    [Theory]
    [InlineData(LogLevel.Info, 3)]
    [InlineData(LogLevel.Warn, 2)]
    [InlineData(LogLevel.Error, 1)]
    [Conformance(476)]
    public void Lines_below_the_level_are_dropped(LogLevel level, int lines)
    {
        var log = new StructuredLogger(_sink, level, _clock);
        log.Debug($"{1}");
        log.Info($"{2}");
        log.Warn($"{3}");
        log.Error($"{4}");
        Assert.Equal(lines, _sink.Lines.Length);
    }

    [Theory]
    [InlineData("debug", LogLevel.Debug)]
    [InlineData("INFO", LogLevel.Info)]
    [InlineData(" warn ", LogLevel.Warn)]
    [InlineData("Warning", LogLevel.Warn)]
    [InlineData("error", LogLevel.Error)]
    [Conformance(311)]
    public void A_level_is_read_in_any_case(string text, LogLevel expected)
    {
        Assert.True(LogLevels.TryParse(text, out var level));
        Assert.Equal(expected, level);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("loud")]
    public void An_unknown_level_is_info_and_said_to_be_unknown(string? text)
    {
        Assert.False(LogLevels.TryParse(text, out var level));
        Assert.Equal(LogLevel.Info, level);
    }

    [Fact]
    [Conformance(474)]
    public void A_field_never_takes_the_place_of_the_lines_own()
    {
        _log.Warn("true", ("level", "debug"), ("timestamp_ms", 1), ("message", "false"), ("pid", "x"), ("exception", false));
        var line = Parse(_sink.Lines[0]);
        Assert.Equal("warn", line.GetProperty("level").GetString());
        Assert.Equal(86400000, line.GetProperty("timestamp_ms").GetInt64());
        Assert.Equal("true", line.GetProperty("message").GetString());
        Assert.Equal("debug", line.GetProperty("level_").GetString());
        Assert.Equal("false", line.GetProperty("message_").GetString());
        Assert.Equal("x", line.GetProperty("pid_").GetString());
        Assert.Equal(8, line.EnumerateObject().Count());
    }

    [Fact]
    [Conformance(163)]
    public void Numbers_that_JSON_has_not_are_texts()
    {
        _log.Info("x", ("a", double.NaN), ("b", double.PositiveInfinity), ("c", double.NegativeInfinity), ("d", double.MaxValue), ("e", -0.0));
        Assert.EndsWith("""{"a":"NaN","b":"Infinity","c":"-Infinity","d":1.7976931348623157E+308,"e":-0}""", "{" + _sink.Lines[0][_sink.Lines[0].IndexOf("\"a\"", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Equal(double.MaxValue, Parse(_sink.Lines[0]).GetProperty("d").GetDouble());
    }

    [Fact]
    public void Whatever_text_comes_the_line_is_one_line_of_valid_JSON()
    {
        var random = Protocol.Seeded.Random(out var seed);
        Span<char> buffer = stackalloc char[40];
        for (var run = 0; run < 2000; run++)
        {
            for (var i = 0; i < buffer.Length; i++)
            {
                buffer[i] = random.Next(4) switch
                {
                    0 => (char)random.Next(0x20),
                    1 => (char)random.Next(0xd780, 0xe080),
                    2 => "\"\\/\u007f\u2028料"[random.Next(6)],
                    _ => (char)random.Next(0x10000),
                };
            }

            var text = buffer[..random.Next(buffer.Length)].ToString();
            _log.Info(text, (text, text));
            var written = _sink.Lines[^1];
            Assert.False(written.Contains('\n', StringComparison.Ordinal), $"seed {seed}, run {run}");
            // What UTF-8 cannot carry is U+FFFD, everything else comes back as it was.
            var expected = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
            Assert.True(expected == Parse(written).GetProperty("message").GetString(), $"seed {seed}, run {run}: {written}");
        }
    }

    [Fact]
    [Conformance(479, 542)]
    public void An_exception_is_one_line_with_type_message_inner_and_trace()
    {
        try
        {
            Fail();
        }
        catch (InvalidOperationException e)
        {
            _log.Error(e, $"步骤失败 {1}", ("step", 2));
        }

        var line = Parse(Assert.Single(_sink.Lines));
        Assert.Equal("error", line.GetProperty("level").GetString());
        Assert.Equal("步骤失败 1", line.GetProperty("message").GetString());
        Assert.Equal(2, line.GetProperty("step").GetInt32());
        var text = line.GetProperty("exception").GetString();
        Assert.Contains("InvalidOperationException: 外", text, StringComparison.Ordinal);
        Assert.Contains("FormatException: 内", text, StringComparison.Ordinal);
        Assert.Contains(nameof(Fail), text, StringComparison.Ordinal);

        static void Fail() => throw new InvalidOperationException("外", new FormatException("内"));
    }

    [Fact]
    public void An_exception_whose_text_fails_is_logged_all_the_same()
    {
        _log.Error(new UnspeakableException(), "失败");
        Assert.Contains(nameof(UnspeakableException), Parse(_sink.Lines[0]).GetProperty("exception").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    [Conformance(477)]
    public void During_a_call_a_line_names_it_and_afterwards_no_more()
    {
        var session = new Session("s-1", SessionContext.Parse("""{"trace_id":"t-7"}"""));
        _log.Enter(new LogScope(2, Phase.Execute, "p001", session));
        _log.Info("a", ("count", 1));
        _log.Leave();
        _log.Info("b");
        Assert.Contains(""","message":"a","step_index":2,"phase":"execute","pid":"p001","session_id":"s-1","trace_id":"t-7","count":1}""", _sink.Lines[0], StringComparison.Ordinal);
        Assert.EndsWith("""   "message":"b"}""".Trim(), _sink.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_stderr_never_reaches_the_algorithm()
    {
        var pipe = new System.IO.Pipes.AnonymousPipeServerStream(System.IO.Pipes.PipeDirection.Out);
        pipe.DisposeLocalCopyOfClientHandle();
        var broken = new StructuredLogger(pipe, LogLevel.Debug);
        broken.Error("nobody reads this");
        pipe.Dispose();
        broken.Error("nor this");
    }

    [Fact]
    public void Lines_of_many_threads_are_whole_and_none_is_lost()
    {
        Parallel.For(0, 400, i => _log.Info($"line {i}", ("thread", Environment.CurrentManagedThreadId), ("text", new string('x', i))));
        var messages = _sink.Lines.Select(l => Parse(l).GetProperty("message").GetString()).ToHashSet();
        Assert.Equal(400, messages.Count);
    }

    [Fact]
    public void A_line_and_a_dropped_line_allocate_nothing()
    {
        var log = new StructuredLogger(Stream.Null, LogLevel.Info);
        var session = new Session("s-1");
        log.Enter(new LogScope(1, Phase.Pre, "p001", session));
        var count = 0;
        Assert.Equal(0, Allocation.OfThousand(() =>
        {
            log.Info($"第 {count} 个", ("light", 35.2));
            log.Debug($"第 {count++} 个", ("light", 35.2));
        }));
    }

    private static JsonElement Parse(string line) => JsonDocument.Parse(line).RootElement;

    private sealed class UnspeakableException : Exception
    {
        public override string ToString() => throw new FormatException();
    }
}
