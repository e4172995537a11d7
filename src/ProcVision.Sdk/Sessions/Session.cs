using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>
/// The small state of one detection (conformance 1–34): what one step writes, later calls of the same detection read, from pre
/// to execute to the next step, by session id. Belongs to one thread. Its region holds 256 KiB; under 100 KB is advised
/// (conformance 19).
/// </summary>
/// <remarks>
/// Keyed values are of a built-in type: bool, an integer, float, double, decimal, string, char, Guid, DateTime, DateTimeOffset, TimeSpan,
/// DateOnly, TimeOnly, <see cref="Rect"/>; or of a type marked <see cref="SessionValueAttribute"/>; or T?, T[], List&lt;T&gt;, ImmutableArray&lt;T&gt;,
/// Dictionary&lt;string, T&gt; of one of these. A value is read as the type it was stored as. The key of a typed property of the algorithm's session
/// struct reaches that property. Every change is whole or not at all, also for another process that reads, and when this one is killed.
/// </remarks>
[DebuggerDisplay("{DebuggerText,nq}")]
[DebuggerTypeProxy(typeof(SessionDebugView))]
public sealed unsafe class Session
{
    /// <summary>The generation of the region as states have it; 0 while there is no region, and again when the session has ended.</summary>
    internal ulong Tag;

    private SessionStore? _store;
    private SessionLayout? _layout;
    private bool _hasEnded;

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

    /// <summary>A session over a region that is there. The one that had it before has ended.</summary>
    internal Session(string id, SessionContext context, SessionStore store)
        : this(id, context) => Take(store);

    /// <summary>Whether the call had no session id.</summary>
    internal bool IsNameless { get; }

    /// <summary>Unique per detection (conformance 2).</summary>
    public string Id { get; }

    /// <summary>Read-only facts of the detection, as <c>product_code</c>, <c>operator</c> and <c>trace_id</c> (conformance 3, 6).</summary>
    public SessionContext Context { get; internal set; }

    /// <summary>Whether nothing is stored.</summary>
    internal bool IsEmpty => _store?.IsEmpty ?? true;

    /// <summary>The value of a key, or <paramref name="fallback"/> when there is none. A stored null is null, not the fallback (conformance 8, 17).</summary>
    /// <exception cref="SessionException">The stored value is null or of another kind than <typeparamref name="T"/>, or the session has ended; the message
    /// names the key.</exception>
    public T Get<T>(string key, T fallback) => TryGet<T>(key, out var value) ? value : fallback;

    /// <summary>The value of a key, or the default of <typeparamref name="T"/> when there is none.</summary>
    /// <inheritdoc cref="Get{T}(string, T)" path="/exception"/>
    public T? Get<T>(string key) => TryGet<T>(key, out var value) ? value : default;

    /// <summary>Gives the value of a key, or false when there is none.</summary>
    /// <inheritdoc cref="Get{T}(string, T)" path="/exception"/>
    public bool TryGet<T>(string key, [MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(key);
        var found = KeyedDoor.TryGet(Opened(key), key, out value);
        GC.KeepAlive(this);
        return found;
    }

    /// <summary>Stores a value; a rejected one leaves the old value (conformance 11).</summary>
    /// <exception cref="SessionException">The type has no form in a session, the value has none (NaN, half a character), the key is a typed property of
    /// another type, there is no room, or the session has ended; the message names the key, and then needed and free bytes.</exception>
    public void Set<T>(string key, T value)
    {
        ArgumentNullException.ThrowIfNull(key);
        KeyedDoor.Set(this, Opened(key), key, value);
        GC.KeepAlive(this);
    }

    /// <summary>Removes a key; false when it was not there (conformance 12).</summary>
    /// <exception cref="SessionException">The session has ended.</exception>
    public bool Delete(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var existed = Opened(key) is { } store && KeyedDoor.Delete(store, key);
        GC.KeepAlive(this);
        return existed;
    }

    /// <summary>Whether a key has a value, null included (conformance 13, 17).</summary>
    /// <exception cref="SessionException">The session has ended.</exception>
    public bool Exists(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var exists = Opened(key) is { } store && KeyedDoor.Exists(store, key);
        GC.KeepAlive(this);
        return exists;
    }

    /// <summary>What another version's typed properties held and this one has no place for: key and reason.</summary>
    internal IReadOnlyList<string> NotCarriedOver => _store?.NotCarriedOver ?? [];

    /// <summary>The same, once: for the log.</summary>
    internal IReadOnlyList<string> TakeNotCarriedOver() => _store?.TakeNotCarriedOver() ?? [];

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string DebuggerText => _hasEnded ? $"{Id}: has ended" : $"{Id}: {ToValues().Count} values";

    /// <summary>Every value as JSON, to be looked at.</summary>
    internal IReadOnlyList<StoredValue> ToValues() => ToContent()?.Values ?? [];

    /// <summary>What the region says, as anybody sees it who reads it; null while there is none, and when the session has ended.</summary>
    /// <exception cref="SessionRegionException">Somebody has destroyed it.</exception>
    internal RegionContent? ToContent() => _store is null ? null : RegionReader.Read(_store.Memory);

    /// <summary>Removes every value.</summary>
    internal void Clear()
    {
        if (!_hasEnded)
        {
            _store?.Clear();
        }
    }

    /// <summary>The detection has ended: whoever still holds the session, or a view of it, reads and writes nothing any more.</summary>
    internal void Close()
    {
        _hasEnded = true;
        Tag = 0;
        _store = null;
    }

    /// <summary>The key of the typed property whose slot begins at an offset, for messages.</summary>
    internal string KeyAt(int offset) => _layout?.At(offset)?.Key ?? "";

    /// <summary>The store to write to: a region of this process alone is made when it is first needed.</summary>
    /// <exception cref="SessionException">The session has ended.</exception>
    internal SessionStore Store(string key)
    {
        if (Opened(key) is { } store)
        {
            return store;
        }

        Take(SessionStore.Begin(PrivateMemory.Create(RegionFormat.DefaultSize), new RegionIdentity(Id, "", "", Context.Json)));
        return _store!;
    }

    /// <summary>The fixed slots of a typed session. For generated code.</summary>
    /// <exception cref="SessionException">The session was bound to another layout, or has keyed values that do not fit into the slots of their names, or has
    /// ended.</exception>
    /// <exception cref="SessionRegionException">What another process has left of typed properties is damaged.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public SessionSlots Bind(SessionLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        var slots = Store(layout.Name).Bind(layout);
        _layout = layout;
        return new SessionSlots(slots, this);
    }

    private void Take(SessionStore store)
    {
        store.Hand(this);
        _store = store;
        Tag = store.Tag;
    }

    /// <summary>The store, if there is one yet.</summary>
    private SessionStore? Opened(string key) => !_hasEnded ? _store : throw SessionErrors.Ended(key);
}
