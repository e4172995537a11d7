using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>
/// All values of a session as JSON: those of typed properties by slot, then those by key, ordinally. A way to look, not a way to store: what a
/// shared region will say of itself takes its place.
/// </summary>
internal sealed class SessionSnapshot : IDisposable
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
            if (SessionSlotAccess.Exists(store.Region, slot))
            {
                values.Add(new StoredValue(slot.Key, slot.Type, snapshot.Json(store.Region, slot)));
            }
        }

        foreach (var (key, cell) in store.Cells.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            values.Add(new StoredValue(key, SessionKinds.Name(cell.Kind), snapshot.Json(cell)));
        }

        return values;
    }

    public void Dispose() => _json.Dispose();

    private byte[] Json(ReadOnlySpan<byte> region, SessionSlot slot)
    {
        var stored = region.Slice(slot.Offset + SessionSlotAccess.Header, slot.Capacity);
        if (region[slot.Offset] == SessionSlotAccess.Null)
        {
            return "null"u8.ToArray();
        }

        if (slot.Kind == SessionSlotKind.Text)
        {
            return Json(SessionCell.From(SessionSlotAccess.ReadText(region, slot.Offset)));
        }

        if (slot.Json is { } write)
        {
            // First: the author's type may have the name of a built-in one.
            return Json(write, stored);
        }

        var kind = SessionKinds.Of(slot.Type);
        return kind != SessionKind.None ? Json(SessionCell.From(kind, stored))
            : Json(SessionCell.From($"{slot.Capacity} 字节，没有 JSON 形式"));
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
