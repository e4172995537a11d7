using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>
/// All values of a session as JSON: those of typed properties by slot, then those by key, ordinally. A way to look, not a way to store: what a
/// shared region will say of itself takes its place.
/// </summary>
internal sealed unsafe class SessionSnapshot : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly Utf8JsonWriter _json;

    private SessionSnapshot() => _json = new Utf8JsonWriter(_bytes, Options);

    internal static IReadOnlyList<StoredValue> Of(SessionStore store)
    {
        using var snapshot = new SessionSnapshot();
        var values = new List<StoredValue>();
        foreach (var slot in store.Slots)
        {
            if (SlotCells.Status(store.SlotAt(slot), store.Tag) != StateWord.Empty)
            {
                values.Add(new StoredValue(slot.Key, slot.Type, snapshot.Json(store, slot)));
            }
        }

        foreach (var (key, entry) in store.Directory.Index.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            values.Add(new StoredValue(key, RegionDescription.NameOf(store.Directory, entry), snapshot.Json(store.Directory, entry)));
        }

        return values;
    }

    public void Dispose() => _json.Dispose();

    private byte[] Json(SessionStore store, SessionSlot slot)
    {
        var at = store.SlotAt(slot);
        if (SlotCells.Status(at, store.Tag) == StateWord.Null)
        {
            return "null"u8.ToArray();
        }

        if (slot.Form != SessionSlotForm.Value)
        {
            _ = SlotCells.TryBytes(at, slot.Capacity, store.Tag, out var bytes);
            return slot.Value.Form == SessionTypeForm.Json ? bytes.ToArray() : Json(SessionCell.From(SessionText.Utf8.GetString(bytes)));
        }

        var stored = new ReadOnlySpan<byte>(SlotCells.Current(at, slot.Stride), slot.Capacity);
        return slot.Json is { } write ? Json(write, stored)
            : slot.Value.Form == SessionTypeForm.BuiltIn ? Json(SessionCell.From(slot.Value.Kind, stored))
            : Json(SessionCell.From($"{slot.Capacity} 字节，没有 JSON 形式"));
    }

    private byte[] Json(KeyedDirectory directory, int entry)
    {
        var kind = directory.KindOf(entry);
        return kind == SessionKind.Null ? "null"u8.ToArray()
            : kind == SessionKind.Text ? Json(SessionCell.From(SessionText.Utf8.GetString(directory.PayloadOf(entry))))
            : kind == SessionKind.Coded ? Json(SessionCell.From($"{directory.PayloadOf(entry).Length} 字节，没有 JSON 形式"))
            : Json(SessionCell.From(kind, new ReadOnlySpan<byte>(directory.CellValueOf(entry), SessionBits.SizeOf(kind))));
    }

    private byte[] Json(in SessionCell cell)
    {
        Begin();
        SessionCellJson.Write(_json, cell);
        return End();
    }

    /// <summary>The properties of an author's struct are the author's code: one that throws costs its value and nothing else.</summary>
    private byte[] Json(SessionValueWriter write, ReadOnlySpan<byte> stored)
    {
        try
        {
            Begin();
            write(new SessionValueJson(_json), stored);
            return End();
        }
        catch (Exception e)
        {
            return Json(SessionCell.From($"读取时出错: {e.GetType().Name}: {ExceptionOutcome.TextOf(e)}"));
        }
    }

    private void Begin()
    {
        _bytes.ResetWrittenCount();
        _json.Reset();
    }

    private byte[] End()
    {
        _json.Flush();
        return _bytes.WrittenSpan.ToArray();
    }
}
