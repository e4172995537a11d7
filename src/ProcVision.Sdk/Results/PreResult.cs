using System.Text.Json.Serialization.Metadata;

namespace ProcVision;

/// <summary>
/// What a <see cref="PreExecuteAttribute"/> method returns: ready or not, and reference places. It cannot carry a verdict (conformance 64, 146).
/// A <c>default</c> one is invalid and is answered with 1000.
/// </summary>
public readonly struct PreResult
{
    private PreResult(ErrorCode code, string message, IReadOnlyList<CalibrationRect>? calibration, ExtraData? extra)
    {
        IsValid = true;
        Code = code;
        Message = message;
        Calibration = calibration;
        Extra = extra;
    }

    internal bool IsValid { get; }

    /// <summary>0 for OK.</summary>
    internal ErrorCode Code { get; }

    internal string? Message { get; }

    internal IReadOnlyList<CalibrationRect>? Calibration { get; }

    internal ExtraData? Extra { get; }

    /// <summary>The step is ready; the message is the platform's default one (C15).</summary>
    public static PreResult Ok() => new(0, "", null, null);

    /// <summary>The step is ready.</summary>
    /// <param name="message">What was checked, with the value found.</param>
    /// <param name="calibration">Reference places; any number (conformance 145). Copied when the method returns: the list may be used again.</param>
    public static PreResult Ok(Message message, IReadOnlyList<CalibrationRect>? calibration = null) =>
        new(0, message.Take(), calibration, null);

    /// <summary>The step cannot be executed: the platform will not call execute (conformance 65).</summary>
    /// <param name="code">One of the named codes.</param>
    /// <param name="message">What is wrong, with value and limit; not empty (conformance 141).</param>
    /// <exception cref="ArgumentException">The message is empty or the code is not one of the named ones.</exception>
    public static PreResult Error(ErrorCode code, Message message) =>
        new(ResultRules.Code(code), ResultRules.Text(message, "An ERROR result needs a message"), null, null);

    /// <summary>The same result with a record of your own in <c>data</c>, read by your own tools.</summary>
    /// <param name="key">Any key that the platform does not use.</param>
    /// <param name="value">The record.</param>
    /// <param name="type">Its source-generated JSON form, as <c>MyJson.Default.Measurement</c>.</param>
    /// <exception cref="ArgumentException">The key is the platform's or taken, or the record has no JSON that may be sent, as NaN.</exception>
    public PreResult With<T>(string key, T value, JsonTypeInfo<T> type) =>
        IsValid
            ? new(Code, Message ?? "", Calibration, ExtraData.Create(key, value, type, Extra))
            : throw new InvalidOperationException("A default PreResult is invalid. Start from PreResult.Ok or PreResult.Error.");
}
