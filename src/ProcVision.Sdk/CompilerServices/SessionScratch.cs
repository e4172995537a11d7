namespace ProcVision.CompilerServices;

/// <summary>The buffer that values are encoded into, one per thread and one more for each value that is encoded while another one is.</summary>
internal sealed class SessionScratch
{
    [ThreadStatic]
    private static SessionScratch? _free;

    private SessionScratch()
    {
    }

    /// <summary>Takes JSON.</summary>
    internal SessionJsonWriter Json { get; } = new();

    /// <summary>One that nobody uses. Give it back with <see cref="Return"/>.</summary>
    internal static SessionScratch Rent()
    {
        var scratch = _free ?? new SessionScratch();
        _free = null;
        return scratch;
    }

    /// <summary>The bytes of the last value are done with.</summary>
    internal void Return()
    {
        Json.Trim();
        _free = this;
    }
}
