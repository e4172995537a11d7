using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ProcVision;

/// <summary>An identity as JSON, straight into the region: beginning a detection allocates nothing.</summary>
internal ref struct RegionIdentityWriter(Span<byte> into)
{
    /// <summary>What stands in nearly every id, and in JSON as it is.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create("-_.:/ 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private readonly Span<byte> _into = into;

    /// <summary>Bytes written; more than there are when it did not fit.</summary>
    private long _length;

    /// <summary>Writes an identity, without its context where that is too long.</summary>
    /// <returns>Bytes written.</returns>
    /// <exception cref="ArgumentException">It does not fit even so.</exception>
    internal static int Write(Span<byte> into, in RegionIdentity identity, out bool hasContext)
    {
        var writer = new RegionIdentityWriter(into);
        writer.Raw("{\"id\":"u8);
        writer.Text(identity.Id);
        writer.Raw(",\"pid\":"u8);
        writer.Text(identity.Pid);
        writer.Raw(",\"algorithm\":"u8);
        writer.Text(identity.Algorithm);
        var length = writer._length;
        var context = identity.Context.Span;
        writer.Raw(",\"context\":"u8);
        writer.Raw(context.IsEmpty ? "{}"u8 : context);
        writer.Raw("}"u8);
        hasContext = writer._length <= into.Length;
        if (!hasContext)
        {
            writer._length = length;
            writer.Raw("}"u8);
        }

        return writer._length <= into.Length
            ? (int)writer._length
            : throw new ArgumentException($"session id, pid and algorithm name take {writer._length} bytes; a region has {into.Length} for them", nameof(identity));
    }

    /// <summary>Refuses an identity that does not fit, before anything of the detection before is given up.</summary>
    /// <exception cref="ArgumentException">It does not fit even without its context.</exception>
    internal static void Require(in RegionIdentity identity)
    {
        const int LongestEscape = 6;
        const int Around = 64;
        var characters = (long)identity.Id.Length + identity.Pid.Length + identity.Algorithm.Length;
        if ((LongestEscape * characters) + Around > RegionFormat.LargestIdentity)
        {
            _ = Write(new byte[RegionFormat.LargestIdentity], identity, out _);
        }
    }

    private void Raw(scoped ReadOnlySpan<byte> bytes)
    {
        if (_length + bytes.Length <= _into.Length)
        {
            bytes.CopyTo(_into[(int)_length..]);
        }

        _length += bytes.Length;
    }

    private void Text(scoped ReadOnlySpan<char> text)
    {
        Raw("\""u8);
        Span<byte> part = stackalloc byte[256];
        if (text.Length <= part.Length && !text.ContainsAnyExcept(Plain))
        {
            _ = Ascii.FromUtf16(text, part, out var length);
            Raw(part[..length]);
            Raw("\""u8);
            return;
        }

        Span<char> escaped = stackalloc char[256];
        while (!text.IsEmpty)
        {
            // Half a surrogate pair becomes a replacement character here: this is a label, not the state.
            _ = JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text, escaped[..64], out var read, out var written);
            var end = escaped[..written];
            text = text[read..];
            _ = Utf8.FromUtf16(end, part, out _, out var bytes);
            Raw(part[..bytes]);
        }

        Raw("\""u8);
    }
}
