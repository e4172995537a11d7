namespace ProcVision;

/// <summary>How a pre or execute call ended, ready to be written as a result frame.</summary>
internal readonly struct CallOutcome
{
    /// <summary>Which half of the step ran.</summary>
    internal Phase Phase { get; init; }

    /// <summary>Whether the call was of the execute-only profile, whose results name no phase (conformance 299).</summary>
    internal bool IsExecuteOnly { get; init; }

    /// <summary>The step's index.</summary>
    internal int Step { get; init; }

    /// <summary>Null when the call succeeded; else the code of an ERROR result, 1000 for a default result (DESIGN §3).</summary>
    internal int? Error { get; init; }

    /// <summary><c>recoverable</c>, <c>fatal</c> or <c>program</c> when an exception ended the call (C5), else null.</summary>
    internal string? ErrorKind { get; init; }

    /// <summary>The message of the result; of an NG it is the reason.</summary>
    internal string Message { get; init; }

    /// <summary>OK or NG of an execute call that succeeded.</summary>
    internal Verdict Verdict { get; init; }

    /// <summary>Reference places of a pre call.</summary>
    internal IReadOnlyList<CalibrationRect>? Calibration { get; init; }

    /// <summary>Green rectangles.</summary>
    internal IReadOnlyList<PositionRect>? Positions { get; init; }

    /// <summary>Red rectangles, at most 20 (C18).</summary>
    internal IReadOnlyList<DefectRect>? Defects { get; init; }

    /// <summary>How many of <see cref="Defects"/> are to be written: 20 at the most.</summary>
    internal int DefectCount { get; init; }

    /// <summary>The author's own records.</summary>
    internal ExtraData? Extra { get; init; }

    /// <summary>What the call published, for <c>data.debug</c> (C19).</summary>
    internal Diagnostics? Diagnostics { get; init; }

    /// <summary>An outcome with status ERROR.</summary>
    internal static CallOutcome Failed(Phase phase, int step, int code, string message, string? kind = null, Diagnostics? diagnostics = null) => new()
    {
        Phase = phase,
        Step = step,
        Error = code,
        ErrorKind = kind,
        Message = message,
        Diagnostics = diagnostics,
    };
}
