namespace ProcVision.Runner;

/// <summary>What is done after an answer: the one place that knows which failures may pass (conformance 187, 188, 340, C5, C25).</summary>
internal enum AfterAnswer
{
    /// <summary>It is the answer, good or bad.</summary>
    Keep,

    /// <summary>It is the answer, and the process has to be replaced: it has said that it is beyond help.</summary>
    KeepAndRestart,

    /// <summary>The call is made again.</summary>
    Retry,

    /// <summary>The call is made again in a new process.</summary>
    RestartAndRetry,
}

/// <inheritdoc cref="AfterAnswer"/>
internal static class RetryRule
{
    private const string Recoverable = "recoverable";
    private const string Fatal = "fatal";

    /// <param name="answer">What came of the call.</param>
    /// <param name="retries">How often it has been made again already.</param>
    /// <param name="most"><see cref="SupervisionOptions.MaxRetries"/>.</param>
    public static AfterAnswer Of(CallAnswer answer, int retries, int most)
    {
        if (answer.IsOk)
            return AfterAnswer.Keep;
        // In an error frame 1004 is an entry point that does not exist (C24); in a result it is the memory of the GPU, which only a new process has again.
        if (answer is { Source: CallAnswerSource.Result, ErrorCode: AnswerCode.GpuOutOfMemory })
            return retries < Math.Min(1, most) ? AfterAnswer.RestartAndRetry : AfterAnswer.KeepAndRestart;
        if (answer.ErrorKind == Fatal)
            return AfterAnswer.KeepAndRestart;
        bool mayPass = answer.ErrorCode == AnswerCode.Timeout || answer.ErrorKind == Recoverable;
        return mayPass && retries < most ? AfterAnswer.Retry : AfterAnswer.Keep;
    }
}
