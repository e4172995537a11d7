using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ProcVision.Soak.Values;

/// <summary>Text of changing length, with letters of one, two, three and four bytes, each place of it of the edition.</summary>
/// <param name="most">UTF-16 units in the longest.</param>
internal sealed class TextForm(int most) : ValueForm<string>(edition => Text(edition, most), TryRead)
{
    private static readonly string[] Letters = ["a", "Z", "\"", "\\", "é", "ß", "盘", "件", "\n", "😀"];

    internal static string Text(Edition edition, int most)
    {
        // The last letter may take two units.
        var length = edition.Pick(0, most - 1);
        var text = new StringBuilder(Beginning(edition), most);
        for (var i = 1; text.Length < length; i++)
        {
            var bits = edition.Bits(i);
            for (var letter = 0; letter < 16 && text.Length < length; letter++, bits >>= 4)
            {
                text.Append(Letters[(bits & 15) % (uint)Letters.Length]);
            }
        }

        return text.ToString();
    }

    private static string Beginning(Edition edition) => string.Create(CultureInfo.InvariantCulture, $"{edition.Number}:");

    private static bool TryRead(JsonElement json, Edition edition, out string value)
    {
        value = json.ValueKind == JsonValueKind.String ? json.GetString()! : "";
        return value.StartsWith(Beginning(edition), StringComparison.Ordinal);
    }
}
