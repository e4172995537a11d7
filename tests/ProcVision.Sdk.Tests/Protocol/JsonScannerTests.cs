using System.Text;
using System.Text.Json;
using ProcVision.Protocol;

namespace ProcVision.Sdk.Tests.Protocol;

public class JsonScannerTests
{
    [Fact]
    public void Accepts_what_System_Text_Json_accepts_and_reads_the_same()
    {
        var random = Seeded.Random(out var seed);
        var documents = new RandomJson(random);
        for (var i = 0; i < 5_000; i++)
        {
            var json = documents.Document();
            Assert.True(Skips(json), $"seed {seed}: {Encoding.UTF8.GetString(json)}");
            using var expected = JsonDocument.Parse(json);
            var scanner = JsonScanner.Over(json);
            Assert.Equal(Render(expected.RootElement), Render(json, ref scanner));
            Assert.True(scanner.AtEnd(), $"seed {seed}: {Encoding.UTF8.GetString(json)}");
        }
    }

    [Fact]
    public void Refuses_what_System_Text_Json_refuses()
    {
        var random = Seeded.Random(out var seed);
        var documents = new RandomJson(random);
        var refused = 0;
        for (var i = 0; i < 30_000; i++)
        {
            var json = documents.Mutate(documents.Document());
            var expected = SystemTextJsonAccepts(json);
            refused += expected ? 0 : 1;
            Assert.True(expected == Skips(json), $"seed {seed}, expected {expected}: {Convert.ToHexString(json)} {Encoding.UTF8.GetString(json)}");
            Assert.True(expected == Walks(json), $"seed {seed}, walked, expected {expected}: {Encoding.UTF8.GetString(json)}");
        }

        Assert.InRange(refused, 5_000, 29_000);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("[1,]")]
    [InlineData("[,1]")]
    [InlineData("[1 2]")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\" 1}")]
    [InlineData("{a:1}")]
    [InlineData("{'a':1}")]
    [InlineData("[1}")]
    [InlineData("{\"a\":[}]")]
    [InlineData("01")]
    [InlineData("-")]
    [InlineData("-01")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("+1")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [InlineData("nul")]
    [InlineData("nullx")]
    [InlineData("True")]
    [InlineData("\"a")]
    [InlineData("\"a\\\"")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\u12\"")]
    [InlineData("\"\\u12G4\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"\\udc00\"")]
    [InlineData("\"\\ud800\\ud800\"")]
    [InlineData("\"\\ud800\\n\"")]
    [InlineData("\"tab\tinside\"")]
    [InlineData("\"a string of more than sixteen bytes with a line\nbreak\"")]
    [InlineData("1 1")]
    [InlineData("{}{}")]
    [InlineData("/*c*/1")]
    [InlineData("\u00A01")]
    [InlineData("\uFEFF1")]
    public void Refuses_text_that_is_not_JSON(string text)
    {
        Assert.False(Skips(Encoding.UTF8.GetBytes(text)));
        Assert.False(Walks(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void Refuses_bytes_that_are_not_UTF_8_even_where_they_are_skipped()
    {
        byte[][] bad = [[0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]];
        foreach (var bytes in bad)
        {
            byte[] json = [.. "{\"x\":\""u8, .. bytes, .. "\"}"u8];
            var scanner = JsonScanner.Over(json);
            _ = scanner.Value();
            Assert.Equal("不是 UTF-8", scanner.Fault);
            Assert.Equal(6, scanner.FaultOffset);
        }
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public void Goes_64_levels_deep_and_no_further(string open, string close)
    {
        foreach (var (depth, accepted) in new[] { (64, true), (65, false), (100_000, false) })
        {
            var text = string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));
            var json = Encoding.UTF8.GetBytes(text);
            Assert.Equal(accepted, Skips(json));
            Assert.Equal(accepted, Walks(json));
            if (!accepted)
            {
                var scanner = JsonScanner.Over(json);
                _ = scanner.Value();
                Assert.Equal("嵌套超过 64 层", scanner.Fault);
            }
        }
    }

    [Fact]
    public void Says_what_is_wrong_and_where()
    {
        var scanner = JsonScanner.Over("{\"a\":1,\"b\":tru}"u8);
        _ = scanner.Value();
        Assert.Equal("应为 null、true 或 false", scanner.Fault);
        Assert.Equal(11, scanner.FaultOffset);
    }

    private static bool Skips(ReadOnlySpan<byte> json)
    {
        var scanner = JsonScanner.Over(json);
        return scanner.Value().Kind != JsonKind.None && scanner.AtEnd();
    }

    private static bool Walks(ReadOnlySpan<byte> json)
    {
        var scanner = JsonScanner.Over(json);
        Walk(ref scanner);
        return scanner.AtEnd();
    }

    private static void Walk(ref JsonScanner scanner)
    {
        switch (scanner.Peek())
        {
            case JsonKind.Object when scanner.EnterObject():
                while (scanner.NextMember(out _))
                {
                    Walk(ref scanner);
                }

                break;
            case JsonKind.Array when scanner.EnterArray():
                while (scanner.NextElement())
                {
                    Walk(ref scanner);
                }

                break;
            default:
                _ = scanner.Value();
                break;
        }
    }

    /// <summary>With every text decoded, as the scanner's promise is that every text can be.</summary>
    private static bool SystemTextJsonAccepts(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 64 });
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                {
                    _ = reader.GetString();
                }
            }

            return true;
        }
        catch (Exception refusal) when (refusal is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string Render(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join("|", element.EnumerateObject().Select(m => m.Name + "=" + Render(m.Value))) + "}",
        JsonValueKind.Array => "[" + string.Join("|", element.EnumerateArray().Select(Render)) + "]",
        JsonValueKind.String => "'" + element.GetString() + "'",
        _ => element.GetRawText(),
    };

    private static string Render(ReadOnlySpan<byte> json, ref JsonScanner scanner)
    {
        var parts = new List<string>();
        switch (scanner.Peek())
        {
            case JsonKind.Object when scanner.EnterObject():
                while (scanner.NextMember(out var key))
                {
                    parts.Add(JsonText.ToText(key.Inner(json), key.IsEscaped) + "=" + Render(json, ref scanner));
                }

                return "{" + string.Join("|", parts) + "}";
            case JsonKind.Array when scanner.EnterArray():
                while (scanner.NextElement())
                {
                    parts.Add(Render(json, ref scanner));
                }

                return "[" + string.Join("|", parts) + "]";
            default:
                var token = scanner.Value();
                return token.Kind == JsonKind.String
                    ? "'" + JsonText.ToText(token.Inner(json), token.IsEscaped) + "'"
                    : Encoding.UTF8.GetString(token.Raw(json));
        }
    }
}
