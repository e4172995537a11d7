namespace ProcVision.Protocol;

/// <summary>Where the texts of one message stand whose JSON has escapes; used again for the next message.</summary>
internal sealed class TextScratch
{
    private const int LargestKept = 64 * 1024;

    private byte[] _bytes = [];
    private int _used;

    /// <summary>Forgets the texts of the last message.</summary>
    internal void Clear()
    {
        _used = 0;
        if (_bytes.Length > LargestKept)
        {
            _bytes = [];
        }
    }

    /// <summary>The text of a string of <paramref name="json"/>, in place where it has no escapes.</summary>
    internal ReadOnlySpan<byte> Text(ReadOnlySpan<byte> json, JsonToken text)
    {
        var inner = text.Inner(json);
        if (!text.IsEscaped)
        {
            return inner;
        }

        if (_bytes.Length - _used < inner.Length)
        {
            // Spans over the array that is left behind keep it alive.
            _bytes = new byte[Math.Max(1024, 2 * inner.Length)];
            _used = 0;
        }

        var room = _bytes.AsSpan(_used);
        var length = JsonText.Unescape(inner, room);
        _used += length;
        return room[..length];
    }
}
