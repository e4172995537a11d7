using System.Text.Json;

namespace ProcVision.Json;

/// <summary>What System.Text.Json, with its defaults, says about a text.</summary>
internal static class SystemTextJsonComparison
{
    /// <summary>The document; null when it is refused, be it while reading or, as for half a surrogate pair, when its texts are asked for.</summary>
    public static JsonDocument? Read(string text)
    {
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(text);
            Touch(document.RootElement);
            return document;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            document?.Dispose();
            return null;
        }
    }

    /// <summary>Fails unless the two trees hold the same values in the same order.</summary>
    public static void AssertSame(JsonElement expected, JsonNode actual)
    {
        switch (actual)
        {
            case JsonObjectNode owner:
                Assert.Equal(JsonValueKind.Object, expected.ValueKind);
                var members = expected.EnumerateObject().ToArray();
                Assert.Equal(members.Select(m => m.Name), owner.Members.Select(m => m.Name.Value));
                for (int i = 0; i < members.Length; i++)
                    AssertSame(members[i].Value, owner.Members[i].Value);
                foreach (string name in members.Select(m => m.Name).Distinct())
                    AssertSame(expected.GetProperty(name), owner.Find(name)!.Value);
                break;
            case JsonArrayNode array:
                Assert.Equal(JsonValueKind.Array, expected.ValueKind);
                Assert.Equal(expected.GetArrayLength(), array.Items.Count);
                foreach (var (item, node) in expected.EnumerateArray().Zip(array.Items))
                    AssertSame(item, node);
                break;
            case JsonStringNode text:
                Assert.Equal(expected.GetString(), text.Value);
                break;
            case JsonNumberNode number:
                Assert.Equal(expected.GetRawText(), number.Text);
                Assert.Equal(BitConverter.DoubleToInt64Bits(expected.GetDouble()), BitConverter.DoubleToInt64Bits(number.ToDouble()));
                Assert.Equal(expected.TryGetInt64(out long integer), number.TryGetInteger(out long ours));
                Assert.Equal(integer, ours);
                break;
            case JsonBooleanNode truth:
                Assert.Equal(expected.GetBoolean(), truth.Value);
                break;
            case JsonNullNode:
                Assert.Equal(JsonValueKind.Null, expected.ValueKind);
                break;
            default:
                Assert.Fail($"a valid document holds {actual.Kind}");
                break;
        }
    }

    private static void Touch(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    Assert.NotNull(member.Name);
                    Touch(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    Touch(item);
                break;
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            default:
                break;
        }
    }
}
