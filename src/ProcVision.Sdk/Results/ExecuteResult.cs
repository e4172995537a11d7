using System.Text.Json.Serialization.Metadata;

namespace ProcVision;

/// <summary>
/// What an <see cref="ExecuteAttribute"/> method returns: OK, NG with its reason, or ERROR with code and message (conformance 137–160).
/// A <c>default</c> one is invalid and is answered with 1000.
/// </summary>
public readonly struct ExecuteResult
{
    private ExecuteResult(
        Verdict verdict,
        ErrorCode code,
        string message,
        IReadOnlyList<PositionRect>? positions,
        IReadOnlyList<DefectRect>? defects,
        ExtraData? extra)
    {
        IsValid = true;
        Verdict = verdict;
        Code = code;
        Message = message;
        Positions = positions;
        Defects = defects;
        Extra = extra;
    }

    internal bool IsValid { get; }

    internal Verdict Verdict { get; }

    /// <summary>0 unless ERROR: a business NG never carries a code (conformance 159).</summary>
    internal ErrorCode Code { get; }

    /// <summary>The message of an ERROR, the reason of an NG, empty for OK.</summary>
    internal string? Message { get; }

    internal IReadOnlyList<PositionRect>? Positions { get; }

    internal IReadOnlyList<DefectRect>? Defects { get; }

    internal ExtraData? Extra { get; }

    /// <summary>The part is good.</summary>
    /// <param name="positions">What was found, drawn green; any number is sent, 20 are advised (conformance 153).
    /// Copied when the method returns: the list may be used again.</param>
    public static ExecuteResult Ok(IReadOnlyList<PositionRect>? positions = null) => new(Verdict.Ok, 0, "", positions, null, null);

    /// <summary>The part is not good.</summary>
    /// <param name="reason">Why; not empty, fewer than 50 characters (conformance 149).</param>
    /// <param name="defects">What is wrong and where, drawn red; the first 20 are sent (C18). Copied when the method returns.</param>
    /// <exception cref="ArgumentException">The reason is empty.</exception>
    public static ExecuteResult Ng(Message reason, IReadOnlyList<DefectRect>? defects = null) => Ng(reason, null, defects);

    /// <inheritdoc cref="Ng(Message, IReadOnlyList{DefectRect})"/>
    /// <param name="reason">Why; not empty, fewer than 50 characters (conformance 149).</param>
    /// <param name="positions">What was found all the same, drawn green. Copied when the method returns.</param>
    /// <param name="defects">What is wrong and where, drawn red; the first 20 are sent (C18). Copied when the method returns.</param>
    public static ExecuteResult Ng(Message reason, IReadOnlyList<PositionRect>? positions, IReadOnlyList<DefectRect>? defects) =>
        new(Verdict.Ng, 0, ResultRules.Text(reason, "An NG result needs a reason"), positions, defects, null);

    /// <summary>The step could not be inspected.</summary>
    /// <param name="code">One of the named codes.</param>
    /// <param name="message">What happened, with value and limit; not empty (conformance 141).</param>
    /// <exception cref="ArgumentException">The message is empty or the code is not one of the named ones.</exception>
    public static ExecuteResult Error(ErrorCode code, Message message) =>
        new(Verdict.None, ResultRules.Code(code), ResultRules.Text(message, "An ERROR result needs a message"), null, null, null);

    /// <summary>The same result with a record of your own in <c>data</c>, read by your own tools.</summary>
    /// <param name="key">Any key that the platform does not use.</param>
    /// <param name="value">The record.</param>
    /// <param name="type">Its source-generated JSON form, as <c>MyJson.Default.Measurement</c>.</param>
    /// <exception cref="ArgumentException">The key is the platform's or taken, or the record has no JSON that may be sent, as NaN.</exception>
    public ExecuteResult With<T>(string key, T value, JsonTypeInfo<T> type) =>
        IsValid
            ? new(Verdict, Code, Message ?? "", Positions, Defects, ExtraData.Create(key, value, type, Extra))
            : throw new InvalidOperationException("A default ExecuteResult is invalid. Start from ExecuteResult.Ok, Ng or Error.");
}
