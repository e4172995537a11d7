using System.Globalization;

namespace ProcVision.Parameters;

/// <summary>A rectangle given as <c>"x,y,width,height"</c> (conformance 122, C11).</summary>
internal static class RectText
{
    /// <summary>Four integers with commas between them; spaces around each are allowed.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> text, out Rect rect)
    {
        rect = default;
        Span<int> sides = stackalloc int[4];
        for (var i = 0; i < sides.Length; i++)
        {
            var comma = text.IndexOf((byte)',');
            var isLast = i == sides.Length - 1;
            if (comma < 0 != isLast)
            {
                return false;
            }

            var side = isLast ? text : text[..comma];
            if (!int.TryParse(side.Trim((byte)' '), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out sides[i]))
            {
                return false;
            }

            text = isLast ? default : text[(comma + 1)..];
        }

        rect = new(sides[0], sides[1], sides[2], sides[3]);
        return true;
    }
}
