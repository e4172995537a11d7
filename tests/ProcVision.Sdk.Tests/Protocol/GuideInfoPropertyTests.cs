using System.Globalization;
using System.Text;
using System.Text.Json;
using ProcVision.Protocol;

namespace ProcVision.Sdk.Tests.Protocol;

/// <summary><c>guide_info</c> read as System.Text.Json reads it, for texts of every kind that a frame may hold there.</summary>
public class GuideInfoPropertyTests
{
    private const int Rounds = 20_000;

    private static readonly string[] Members =
    [
        "\"label\":\"1\"", "\"label\":\"螺\\u4e1d\"", "\"label\":null", "\"label\":7", "\"l\\u0061bel\":\"e\"", "\"color\":[{}]", "\"posList\":null", "\"posList\":{}",
        "\"posList\":[]", "\"posList\":[#]", "\"posList\":[#,#]", "\"pos\\u004Cist\":[#]", "\"posList\":[7]",
    ];

    private static readonly string[] Numbers = ["0", "1", "-1", "2.5", "-2.5", "1e2", "1e99", "1e999", "2147483647", "2147483648", "\"1\"", "null", "0.49999999999999994"];

    [Fact]
    [Conformance(91, "C39")]
    public void What_is_read_is_what_is_there_and_what_is_refused_is_wrong()
    {
        var random = Seeded.Random(out _);
        var mutations = new RandomJson(random);
        var (good, bad) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var json = Encoding.UTF8.GetBytes(List(random));
            if (random.Next(2) == 0)
            {
                json = mutations.Mutate(json);
            }

            var scanner = JsonScanner.Over(json);
            _ = scanner.Value();
            if (!scanner.AtEnd())
            {
                // No frame holds such a text.
                continue;
            }

            var expected = Expected(json);
            var problem = GuideInfo.Read(json, out var regions);
            Assert.True(problem is null == expected is not null, $"{Encoding.UTF8.GetString(json)}: {problem}");
            if (expected is null)
            {
                bad++;
                continue;
            }

            good++;
            Assert.Equal(expected, regions.Select(region => $"{region.Label}: {string.Join(' ', region.Places)}"));
        }

        Assert.True(good > Rounds / 20 && bad > Rounds / 20, $"{good} good and {bad} bad texts");
    }

    private static string List(Random random) => $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Region(random)))}]";

    private static string Region(Random random) => random.Next(8) switch
    {
        0 => "\"text\"",
        1 => "null",
        _ => $"{{{string.Join(',', Enumerable.Range(0, random.Next(1, 3)).Select(_ => Member(random)))}}}",
    };

    private static string Member(Random random)
    {
        var member = Members[random.Next(Members.Length)];
        while (member.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at)
        {
            member = $"{member[..at]}{Place(random)}{member[(at + 1)..]}";
        }

        return member;
    }

    private static string Place(Random random) => random.Next(10) == 0
        ? """{"x":1,"y":1,"width":1}"""
        : $$"""{"y":{{Number(random)}},"x":{{Number(random)}},"z":[],"width":{{Number(random)}},"height":{{Number(random)}}}""";

    private static string Number(Random random) => random.Next(12) == 0 ? Numbers[random.Next(Numbers.Length)] : Numbers[random.Next(6)];

    /// <summary>The same reading, over a document; null when the text is to be refused.</summary>
    private static List<string>? Expected(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind is JsonValueKind.Null)
        {
            return [];
        }

        try
        {
            return [.. Elements(document.RootElement).Select(Shown)];
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException or OverflowException)
        {
            return null;
        }

        static string Shown(JsonElement region)
        {
            if (region.ValueKind == JsonValueKind.String)
            {
                return $"{region.GetString()}: ";
            }

            var label = Member(region, "label") is { ValueKind: not JsonValueKind.Null } text ? text.GetString() : "";
            var places = Member(region, "posList") is { ValueKind: not JsonValueKind.Null } list ? Elements(list).Select(Place) : [];
            return $"{label}: {string.Join(' ', places)}";
        }

        static Rect Place(JsonElement place) => new(Side(place, "x"), Side(place, "y"), Side(place, "width"), Side(place, "height"));

        static int Side(JsonElement place, string name) => checked((int)Math.Round(
            double.Parse((Member(place, name) ?? throw new FormatException(name)) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : "no", CultureInfo.InvariantCulture),
            MidpointRounding.AwayFromZero));

        static JsonElement? Member(JsonElement element, string name)
        {
            var found = element.EnumerateObject().Where(member => member.Name == name).Select(member => member.Value).ToArray();
            return found.Length > 1 ? throw new FormatException($"{name} twice") : found.Length == 1 ? found[0] : null;
        }

        static IEnumerable<JsonElement> Elements(JsonElement list) => list.EnumerateArray();
    }
}
