namespace ProcVision;

/// <summary>
/// Base of the exceptions whose meaning the platform knows (conformance 80, C5). Any other exception out of a step is answered with 9999
/// and kind <c>program</c>.
/// </summary>
public abstract class AlgorithmException : Exception
{
    private protected AlgorithmException(ErrorCode code, string kind, string message, Exception? inner)
        : base(message, inner)
    {
        Code = code;
        Kind = kind;
    }

    /// <summary>The code of the result.</summary>
    public ErrorCode Code { get; }

    /// <summary><c>error_kind</c> of the result frame: <c>recoverable</c>, <c>fatal</c> or <c>program</c>.</summary>
    public string Kind { get; }
}
