using System.Text;

namespace ProcVision.Protocol;

/// <summary>Strings that come again in every call, as the name of a camera, made once.</summary>
internal sealed class TextCache
{
    private const int Places = 16;
    private const int LongestText = 128;

    private readonly (byte[] Utf8, string Text)[] _known = new (byte[], string)[Places];
    private int _count;
    private int _oldest;

    internal string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return "";
        }

        for (var i = 0; i < _count; i++)
        {
            if (utf8.SequenceEqual(_known[i].Utf8))
            {
                return _known[i].Text;
            }
        }

        var text = Encoding.UTF8.GetString(utf8);
        if (utf8.Length <= LongestText)
        {
            _known[_oldest] = (utf8.ToArray(), text);
            _oldest = (_oldest + 1) % Places;
            _count = Math.Min(_count + 1, Places);
        }

        return text;
    }
}
