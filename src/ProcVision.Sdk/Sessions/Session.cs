using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>
/// The small state of one detection (conformance 1–34): what one step writes, later calls of the same detection read, from pre
/// to execute to the next step, by session id. Belongs to one thread. All values and keys together have at most 256 KiB; under 100 KB is
/// advised (conformance 19).
/// </summary>
/// <remarks>
/// Keyed values are of a built-in type: bool, an integer, float, double, decimal, string, char, Guid, DateTime, DateTimeOffset, TimeSpan,
/// DateOnly, TimeOnly, <see cref="Rect"/>, or one of the value types made nullable. A value is read as the type it was stored as. The key of a
/// typed property of the algorithm's session struct reaches that property.
/// </remarks>
public sealed class Session
{
    private readonly SessionStore _store = new();

    /// <summary>A session for a unit test or an own host; in a step it is <c>step.Session</c>.</summary>
    /// <param name="id">Unique per detection (conformance 2).</param>
    /// <param name="context">Read-only facts of the detection; none if null.</param>
    public Session(string id, SessionContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        Id = id;
        Context = context ?? SessionContext.Empty;
    }

    /// <summary>The session of a call that has no id: it lives for this call only (conformance 39).</summary>
    internal Session(SessionContext context)
        : this("session", context) => IsNameless = true;

    /// <summary>Whether the call had no session id.</summary>
    internal bool IsNameless { get; }

    /// <summary>Unique per detection (conformance 2).</summary>
    public string Id { get; }

    /// <summary>Read-only facts of the detection, as <c>product_code</c>, <c>operator</c> and <c>trace_id</c> (conformance 3, 6).</summary>
    public SessionContext Context { get; internal set; }

    /// <summary>Whether nothing is stored.</summary>
    internal bool IsEmpty => _store.IsEmpty;

    /// <summary>The value of a key, or <paramref name="fallback"/> when there is none. A stored null is null, not the fallback (conformance 8, 17).</summary>
    /// <exception cref="SessionException">The stored value is null or of another kind than <typeparamref name="T"/>; the message names the key.</exception>
    public T Get<T>(string key, T fallback) => TryGet<T>(key, out var value) ? value : fallback;

    /// <summary>The value of a key, or the default of <typeparamref name="T"/> when there is none.</summary>
    /// <exception cref="SessionException">The stored value is null or of another kind than <typeparamref name="T"/>; the message names the key.</exception>
    public T? Get<T>(string key) => TryGet<T>(key, out var value) ? value : default;

    /// <summary>Gives the value of a key, or false when there is none.</summary>
    /// <exception cref="SessionException">The stored value is null or of another kind than <typeparamref name="T"/>; the message names the key.</exception>
    public bool TryGet<T>(string key, [MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (_store.SlotOf(key) is { } slot)
        {
            return SessionSlotAccess.TryGet(_store.Region, slot, out value);
        }

        var asked = SessionKinds.Of<T>();
        if (asked == SessionKind.None)
        {
            throw SessionErrors.Unsupported(key, SessionKinds.Name<T>());
        }

        if (!_store.TryGet(key, out var cell))
        {
            value = default;
            return false;
        }

        if (cell.Kind == asked)
        {
            value = cell.Read<T>();
            return true;
        }

        if (cell.Kind != SessionKind.Null)
        {
            throw SessionErrors.WrongType(key, SessionKinds.Name(cell.Kind), SessionKinds.Name<T>());
        }

        value = TypeNullability<T>.HasNull ? default! : throw SessionErrors.StoredNull(key, SessionKinds.Name<T>());
        return true;
    }

    /// <summary>Stores a value; a rejected one leaves the old value (conformance 11).</summary>
    /// <exception cref="SessionException">The type has no form in a session, the value has none (NaN, half a character), the key is a typed property of
    /// another type, or there is no room; the message names the key, and then needed and free bytes.</exception>
    public void Set<T>(string key, T value)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (_store.SlotOf(key) is { } slot)
        {
            SessionSlotAccess.Set(_store.Region, slot, value);
            return;
        }

        if (SessionKinds.Of<T>() == SessionKind.None)
        {
            throw SessionErrors.Unsupported(key, SessionKinds.Name<T>());
        }

        SessionValueRules.Check(key, value);
        if (typeof(T) == typeof(string) && Unsafe.As<T, string?>(ref value) is { } text)
        {
            _ = SessionText.ByteCount(key, text);
        }

        _store.Set(key, SessionCell.Of(value));
    }

    /// <summary>Removes a key; false when it was not there (conformance 12).</summary>
    public bool Delete(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (_store.SlotOf(key) is not { } slot)
        {
            return _store.Remove(key);
        }

        var existed = SessionSlotAccess.Exists(_store.Region, slot);
        _store.Region[slot.Offset] = SessionSlotAccess.Absent;
        return existed;
    }

    /// <summary>Whether a key has a value, null included (conformance 13, 17).</summary>
    public bool Exists(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _store.SlotOf(key) is { } slot ? SessionSlotAccess.Exists(_store.Region, slot) : _store.TryGet(key, out _);
    }

    /// <summary>Every value as JSON, to be looked at.</summary>
    internal IReadOnlyList<StoredValue> ToValues() => SessionSnapshot.Of(_store);

    /// <summary>Removes every value.</summary>
    internal void Clear() => _store.Clear();

    /// <summary>The typed property whose slot begins at an offset, for messages.</summary>
    internal SessionSlot? SlotAt(int offset) => _store.SlotAt(offset);

    /// <summary>The fixed slots of a typed session. For generated code.</summary>
    /// <exception cref="SessionException">The session was bound to another layout, or has keyed values that do not fit into the slots of their names.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public SessionSlots Bind(SessionLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        _store.Bind(layout);
        return new SessionSlots(_store.Region, this);
    }
}
