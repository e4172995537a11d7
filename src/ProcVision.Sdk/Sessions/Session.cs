namespace ProcVision;

/// <summary>
/// The small state of one detection (DESIGN §5, conformance 1–34): what one step writes, later calls of the same detection read, from pre
/// to execute to the next step, by session id. Belongs to one thread.
/// </summary>
public sealed class Session
{
    /// <summary>A session for a unit test or an own host; in a step it is <c>step.Session</c>.</summary>
    /// <param name="id">Unique per detection (conformance 2).</param>
    /// <param name="context">Read-only facts of the detection; none if null.</param>
    public Session(string id, SessionContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        Id = id;
        Context = context ?? SessionContext.Empty;
    }

    /// <summary>Unique per detection (conformance 2).</summary>
    public string Id { get; }

    /// <summary>Read-only facts of the detection, as <c>product_code</c>, <c>operator</c> and <c>trace_id</c> (conformance 3, 6).</summary>
    public SessionContext Context { get; internal set; }

    /// <summary>The value of a key, or <paramref name="fallback"/> when there is none (conformance 8).</summary>
    /// <exception cref="SessionException">The stored value is null or of another kind than <typeparamref name="T"/>; the message names the key.</exception>
    public T Get<T>(string key, T fallback) => TryGet<T>(key, out var value) ? value : fallback;

    /// <summary>Gives the value of a key, or false when there is none.</summary>
    /// <exception cref="SessionException">The stored value is null or of another kind than <typeparamref name="T"/>; the message names the key.</exception>
    public bool TryGet<T>(string key, out T value) => throw new NotImplementedException();

    /// <summary>Stores a value; a rejected one leaves the old value (conformance 11).</summary>
    /// <exception cref="SessionException">The type has no form in a session, or there is no room; the message names key, needed and free bytes.</exception>
    public void Set<T>(string key, T value) => throw new NotImplementedException();

    /// <summary>Removes a key; false when it was not there (conformance 12).</summary>
    public bool Delete(string key) => throw new NotImplementedException();

    /// <summary>Whether a key has a value, null included (conformance 13, 17).</summary>
    public bool Exists(string key) => throw new NotImplementedException();

    /// <summary>Removes every value.</summary>
    internal void Clear() => throw new NotImplementedException();

    /// <summary>The fixed slots of a typed session. For generated code.</summary>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public CompilerServices.SessionSlots Bind(CompilerServices.SessionLayout layout) => throw new NotImplementedException();
}
