namespace ProcVision;

/// <summary>What an exception out of an author's method means to the platform (C5): one table, here.</summary>
/// <param name="Code">The code of the result.</param>
/// <param name="Kind"><c>error_kind</c>; null for a picture that cannot be had.</param>
/// <param name="Message">The message of the result.</param>
internal readonly record struct ExceptionOutcome(ErrorCode Code, string? Kind, string Message)
{
    /// <summary>The message of a call that was cancelled, before or in the author's method.</summary>
    internal const string Cancelled = "步骤被取消: 已到截止时间或进程正在结束";

    /// <summary>Maps an exception.</summary>
    /// <param name="exception">Any; several out of parallel work are looked through for one with a meaning.</param>
    /// <param name="cancelled">Whether the call's cancellation has fired: without it an <see cref="OperationCanceledException"/> is a mistake.</param>
    internal static ExceptionOutcome Of(Exception exception, bool cancelled)
    {
        var meant = exception is AggregateException several ? Meaning(several, cancelled) : exception;
        return meant switch
        {
            ImageException image => new(image.Code, null, Text(image)),
            AlgorithmException known => new(known.Code, known.Kind, Text(known)),
            OperationCanceledException when cancelled => new(ErrorCode.Timeout, "recoverable", Cancelled),
            _ => new(ErrorCode.Unknown, "program", $"{meant.GetType().Name}: {TextOf(meant)}"),
        };
    }

    /// <summary>An exception's message; an author's exception may override it, and fail in it.</summary>
    internal static string TextOf(Exception exception)
    {
        try
        {
            return exception.Message;
        }
        catch (Exception failure)
        {
            return $"({failure.GetType().Name} in {exception.GetType().Name}.Message)";
        }
    }

    private static Exception Meaning(AggregateException several, bool cancelled)
    {
        var all = several.Flatten().InnerExceptions;
        foreach (var inner in all)
        {
            if (inner is AlgorithmException || (cancelled && inner is OperationCanceledException))
            {
                return inner;
            }
        }

        return all.Count > 0 ? all[0] : several;
    }

    private static string Text(AlgorithmException exception) =>
        TextOf(exception) is var text && string.IsNullOrWhiteSpace(text) ? exception.GetType().Name : text;
}
