using System.Runtime.CompilerServices;
using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>The keyed methods of a session over its store: a typed property's slot where the key has one, else the directory.</summary>
internal static unsafe class KeyedDoor
{
    internal static bool TryGet<T>(SessionStore? store, string key, out T? value)
    {
        if (store is not null)
        {
            if (store.Directory.TryFind(key, out var entry))
            {
                value = Read<T>(store.Directory, key, entry);
                return true;
            }

            if (store.SlotOf(key) is { } slot)
            {
                return SessionSlotAccess.TryGet(store.SlotAt(slot), store.Tag, slot, out value);
            }
        }

        RequireKnown<T>(key);
        value = default;
        return false;
    }

    internal static void Set<T>(Session session, SessionStore? store, string key, T value)
    {
        // What is in the directory is no slot's: the way of a counter that counts.
        if (SessionKinds.Of<T>() is not (SessionKind.None or SessionKind.Text) && store is not null && store.Directory.TryFind(key, out var entry))
        {
            SessionValueRules.Check(key, value);
            store.Directory.Replace(entry, KeyedBits.TryOf(value, out var bits) ? SessionKinds.Of<T>() : SessionKind.Null, bits);
        }
        else if (store?.SlotOf(key) is { } slot)
        {
            SessionSlotAccess.Set(store.SlotAt(slot), session, slot, value);
        }
        else if (SessionKinds.Of<T>() == SessionKind.None)
        {
            SetCoded(session, key, SessionCodecs.Find<T>() ?? throw SessionErrors.Unsupported(key, SessionKinds.Name<T>()), value);
        }
        else
        {
            SetBuiltIn(session, key, value);
        }
    }

    internal static bool Exists(SessionStore store, string key) =>
        store.Directory.TryFind(key, out _)
        || (store.SlotOf(key) is { } slot && SlotCells.Status(store.SlotAt(slot), store.Tag) != StateWord.Empty);

    internal static bool Delete(SessionStore store, string key)
    {
        if (store.SlotOf(key) is not { } slot)
        {
            return store.Directory.Remove(key);
        }

        var existed = SlotCells.Status(store.SlotAt(slot), store.Tag) != StateWord.Empty;
        if (existed)
        {
            SlotCells.Put(store.SlotAt(slot), store.Tag, StateWord.Empty);
        }

        return existed;
    }

    private static T? Read<T>(KeyedDirectory directory, string key, int entry)
    {
        var asked = SessionKinds.Of<T>();
        var stored = directory.KindOf(entry);
        if (asked == stored)
        {
            if (typeof(T) != typeof(string))
            {
                return SessionBits.Read<T>(in *directory.CellValueOf(entry));
            }

            var text = SessionText.Utf8.GetString(directory.PayloadOf(entry));
            return Unsafe.As<string, T>(ref text);
        }

        if (stored == SessionKind.Null)
        {
            RequireKnown<T>(key);
            return TypeNullability<T>.HasNull ? default : throw SessionErrors.StoredNull(key, SessionKinds.Name<T>());
        }

        return ReadCoded<T>(directory, key, entry);
    }

    private static T? ReadCoded<T>(KeyedDirectory directory, string key, int entry)
    {
        RequireKnown<T>(key);
        if (directory.KindOf(entry) != SessionKind.Coded || SessionCodecs.Find<T>() is not { } codec
            || !directory.DescriptionOf(entry).SequenceEqual(codec.Description))
        {
            throw SessionErrors.WrongType(key, RegionDescription.NameOf(directory, entry), SessionKinds.Name<T>());
        }

        return directory.IsValid(entry, codec.Type)
            ? CodedValue.Decode(key, directory.PayloadOf(entry), codec)
            : throw SessionErrors.Invalid(key, SessionKinds.Name<T>());
    }

    private static void SetBuiltIn<T>(Session session, string key, T value)
    {
        SessionValueRules.Check(key, value);
        var directory = session.Store(key).Directory;
        if (typeof(T) == typeof(string) && Unsafe.As<T, string?>(ref value) is { } text)
        {
            directory.Set(key, text);
        }
        else if (typeof(T) != typeof(string) && KeyedBits.TryOf(value, out var bits))
        {
            directory.Set(key, SessionKinds.Of<T>(), bits);
        }
        else
        {
            directory.Set(key, SessionKind.Null, default);
        }
    }

    private static void SetCoded<T>(Session session, string key, SessionCodec<T> codec, T value)
    {
        if (TypeNullability<T>.HasNull && value is null)
        {
            session.Store(key).Directory.Set(key, SessionKind.Null, default);
            return;
        }

        var scratch = SessionScratch.Rent();
        try
        {
            // The author's getters run here: what is in the directory is looked at only after that.
            var payload = codec.Encode(key, in value, scratch);
            session.Store(key).Directory.Set(key, codec.Description, payload);
        }
        finally
        {
            scratch.Return();
        }
    }

    private static void RequireKnown<T>(string key)
    {
        if (SessionKinds.Of<T>() == SessionKind.None && SessionCodecs.Find<T>() is null)
        {
            throw SessionErrors.Unsupported(key, SessionKinds.Name<T>());
        }
    }
}
