namespace ProcVision.Testing;

/// <summary>What a call of <see cref="AlgorithmTest"/> ended with: what would have been sent as the result frame.</summary>
public sealed class StepResult
{
    internal StepResult(in CallOutcome outcome)
    {
        Code = (ErrorCode?)outcome.Error;
        Kind = outcome.ErrorKind;
        Verdict = outcome.Verdict;
        Message = outcome.Message;
        Positions = [.. outcome.Positions ?? []];
        Defects = [.. (outcome.Defects ?? []).Take(outcome.DefectCount)];
        Calibration = [.. outcome.Calibration ?? []];
        Debug = Published(outcome.Diagnostics);
        var records = new Dictionary<string, string>();
        for (var extra = outcome.Extra; extra is not null; extra = extra.Next)
        {
            records.Add(extra.Key, System.Text.Encoding.UTF8.GetString(extra.Json));
        }

        Records = records;
    }

    /// <summary>Whether the status is OK. An NG is OK: it is an answer, not an error (conformance 159).</summary>
    public bool IsOk => Code is null;

    /// <summary>The verdict of an execute call; <see cref="Verdict.None"/> of a pre call and with an ERROR.</summary>
    public Verdict Verdict { get; }

    /// <summary>The code of an ERROR, else null. 1000, which no member names, when the method returned a default result.</summary>
    public ErrorCode? Code { get; }

    /// <summary><c>recoverable</c>, <c>fatal</c> or <c>program</c> when an exception ended the call (C5), else null.</summary>
    public string? Kind { get; }

    /// <summary>The message; of an NG its reason.</summary>
    public string Message { get; }

    /// <summary><c>position_rects</c>.</summary>
    public IReadOnlyList<PositionRect> Positions { get; }

    /// <summary><c>defect_rects</c>, as they would be sent: 20 at the most (C18).</summary>
    public IReadOnlyList<DefectRect> Defects { get; }

    /// <summary><c>calibration_rects</c> of a pre call.</summary>
    public IReadOnlyList<CalibrationRect> Calibration { get; }

    /// <summary>What the call published: <see cref="long"/>, <see cref="double"/>, <see cref="string"/>, <see cref="bool"/> or null by key.</summary>
    public IReadOnlyDictionary<string, object?> Debug { get; }

    /// <summary>The author's own records (<see cref="ExecuteResult.With{T}"/>) as JSON, by key.</summary>
    public IReadOnlyDictionary<string, string> Records { get; }

    /// <summary>One line, for the message of a failed assertion.</summary>
    public override string ToString() =>
        Code is { } code ? $"ERROR {(int)code:D4}{(Kind is null ? "" : $" ({Kind})")}: {Message}"
        : Verdict == Verdict.Ng ? $"NG: {Message} ({Positions.Count} positions, {Defects.Count} defects)"
        : $"OK{(Message.Length == 0 ? "" : ": ")}{Message} ({Positions.Count} positions)";

    private static Dictionary<string, object?> Published(Diagnostics? diagnostics)
    {
        var values = new Dictionary<string, object?>();
        foreach (ref readonly var entry in diagnostics is null ? [] : diagnostics.Entries)
        {
            values.Add(entry.Name, entry.ValueKind switch
            {
                LogField.Kind.Integer => entry.Bits,
                LogField.Kind.Real => entry.Real,
                LogField.Kind.Boolean => entry.Bits != 0,
                _ => entry.Text,
            });
        }

        return values;
    }
}
