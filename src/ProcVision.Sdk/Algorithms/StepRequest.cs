namespace ProcVision;

/// <summary>
/// A pre or execute call as it came in, before any check but that of its JSON. The spans are borrowed from the frame.
/// </summary>
internal readonly ref struct StepRequest
{
    /// <summary>Which half of the step.</summary>
    internal Phase Phase { get; init; }

    /// <summary>The step's index; 0 and null were already made 1 (C2).</summary>
    internal int Step { get; init; }

    /// <summary>The pid, unescaped UTF-8; empty when the call has none.</summary>
    internal ReadOnlySpan<byte> Pid { get; init; }

    /// <summary>The session's id, unescaped UTF-8; empty when the call has none: then the state lives for this call only (conformance 39).</summary>
    internal ReadOnlySpan<byte> SessionId { get; init; }

    /// <summary>The session's context object as JSON; empty when there is none.</summary>
    internal ReadOnlySpan<byte> SessionContext { get; init; }

    /// <summary>Where the session's values are to be; none: this process keeps them itself.</summary>
    internal RegionRequest Region { get; init; }

    /// <summary>The <c>user_params</c> object as JSON; empty when there is none.</summary>
    internal ReadOnlySpan<byte> UserParams { get; init; }

    /// <summary>The camera picture's <c>shared_mem_id</c>, unescaped UTF-8; empty when the call has none.</summary>
    internal ReadOnlySpan<byte> ImageId { get; init; }

    /// <summary>The <c>image_meta</c>.</summary>
    internal ImageMeta ImageMeta { get; init; }

    /// <summary>What is wrong with <c>image_meta</c> (a field missing or of the wrong kind), else null: 1006 (conformance 192).</summary>
    internal string? ImageMetaProblem { get; init; }

    /// <summary>Whether the call is of the execute-only profile: two pictures, no parameters (conformance 87).</summary>
    internal bool IsExecuteOnly { get; init; }

    /// <summary>The guide of the step; only in the execute-only profile.</summary>
    internal GuideRequest Guide { get; init; }

    /// <summary>A picture that is there already (unit tests, in-process hosts); then id and meta are not looked at.</summary>
    internal ImageFrame? Image { get; init; }

    /// <summary>A session that is there already (unit tests, in-process hosts); then id and context are not looked at.</summary>
    internal Session? Session { get; init; }
}
