namespace ProcVision.Sdk.Tests.Algorithms;

/// <summary>What an exception out of the author's method becomes (C5).</summary>
public sealed class CallFailureTests : IDisposable
{
    private readonly Line _line = new();

    public void Dispose() => _line.Dispose();

    [Fact]
    [Conformance(187, "C5")]
    public void A_recoverable_exception_is_9999_recoverable() => Fails(new RecoverableException("相机忙"), 9999, "recoverable", "相机忙");

    [Fact]
    [Conformance("C5")]
    public void A_fatal_exception_is_9999_fatal() => Fails(new FatalException("驱动丢失"), 9999, "fatal", "驱动丢失");

    [Fact]
    [Conformance(204)]
    public void A_full_GPU_is_1004_fatal() => Fails(new GpuOutOfMemoryException("显存不足"), 1004, "fatal", "显存不足");

    [Fact]
    [Conformance("C5")]
    public void A_program_exception_is_9999_program() => Fails(new ProgramException("索引错误"), 9999, "program", "索引错误");

    [Fact]
    [Conformance(194)]
    public void A_picture_that_breaks_in_the_step_is_1002_without_a_kind() => Fails(new ImageException("JPEG 数据不完整"), 1002, null, "JPEG 数据不完整");

    [Fact]
    [Conformance(81, 542, "C5")]
    public void Any_other_exception_is_9999_program_with_its_type() =>
        Fails(new DivideByZeroException("除零"), 9999, "program", "DivideByZeroException: 除零");

    [Fact]
    public void No_memory_is_9999_program_and_the_next_call_works()
    {
        _line.Algorithm.OnExecute = _ => ExecuteResult.Ng($"{new byte[int.MaxValue].Length}");
        var outcome = _line.Execute();
        Assert.Equal((9999, "program"), (outcome.Error, outcome.ErrorKind));
        Assert.StartsWith("OutOfMemoryException: ", outcome.Message, StringComparison.Ordinal);
        _line.Algorithm.OnExecute = _ => ExecuteResult.Ok();
        Assert.Null(_line.Execute().Error);
    }

    [Fact]
    public void A_session_value_that_is_refused_is_9999_program_and_names_the_key()
    {
        _line.Algorithm.OnExecute = call =>
        {
            call.Session.Set("light", double.NaN);
            return ExecuteResult.Ok();
        };
        var outcome = _line.Execute();
        Assert.Equal(9999, outcome.Error);
        Assert.Contains("'light'", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_with_a_meaning_keeps_it_through_parallel_work() =>
        Fails(new AggregateException(new FormatException("a"), new AggregateException(new RecoverableException("相机忙"))), 9999, "recoverable", "相机忙");

    [Fact]
    public void An_exception_whose_message_throws_is_an_answer_all_the_same()
    {
        _line.Algorithm.OnExecute = _ => throw new Unspeakable();
        var outcome = _line.Execute();
        Assert.Equal((9999, "program"), (outcome.Error, outcome.ErrorKind));
        Assert.Contains(nameof(Unspeakable), outcome.Message, StringComparison.Ordinal);
        _line.Algorithm.OnExecute = _ => ExecuteResult.Ok();
        Assert.Null(_line.Execute().Error);
    }

    [Fact]
    public void An_exception_without_a_message_still_says_what_it_is() => Fails(new FatalException(""), 9999, "fatal", "FatalException");

    [Fact]
    [Conformance(207)]
    public void A_step_that_stops_because_it_was_cancelled_is_1005()
    {
        using var source = new CancellationTokenSource();
        _line.Algorithm.OnExecute = call =>
        {
            source.Cancel();
            call.Cancellation.ThrowIfCancellationRequested();
            return ExecuteResult.Ok();
        };
        _line.Cancellation = source.Token;
        var outcome = _line.Execute();
        Assert.Equal(1005, outcome.Error);
        Assert.Equal("recoverable", outcome.ErrorKind);
    }

    [Fact]
    public void A_cancellation_that_nobody_asked_for_is_a_mistake() => Fails(new OperationCanceledException("x"), 9999, "program", "OperationCanceledException: x");

    [Fact]
    public void An_exception_of_a_pre_method_is_mapped_alike()
    {
        _line.Algorithm.OnPre = _ => throw new RecoverableException("相机忙");
        var outcome = _line.Pre();
        Assert.Equal((Phase.Pre, 9999, "recoverable"), (outcome.Phase, outcome.Error, outcome.ErrorKind));
    }

    [Fact]
    public void The_next_call_works_as_if_nothing_had_happened()
    {
        Fails(new FatalException("x"), 9999, "fatal", "x");
        _line.Algorithm.OnExecute = _ => ExecuteResult.Ok();
        Assert.Null(_line.Execute().Error);
    }

    /// <summary>Conformance 542: the caller gets code and message, stderr the trace.</summary>
    private void Fails(Exception exception, int code, string? kind, string message)
    {
        _line.Algorithm.OnExecute = _ => throw exception;
        var outcome = _line.Execute();
        Assert.Equal((code, kind, message), (outcome.Error, outcome.ErrorKind, outcome.Message));
        var line = Assert.Single(_line.Log.Lines);
        Assert.Contains("\"level\":\"error\"", line, StringComparison.Ordinal);
        Assert.Contains("\"step_index\":1,\"phase\":\"execute\",\"pid\":\"p001\",\"session_id\":\"s-1\"", line, StringComparison.Ordinal);
        Assert.Contains(nameof(Fails), line, StringComparison.Ordinal);
    }

    private sealed class Unspeakable : Exception
    {
        public override string Message => throw new FormatException("no words");
    }
}
