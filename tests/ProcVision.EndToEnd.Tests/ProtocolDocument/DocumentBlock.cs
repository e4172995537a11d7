using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ProcVision.EndToEnd.Tests.ProtocolDocument;

/// <summary>One fenced block of docs/protocol.md that belongs to a transcript: its info string is <c>json NAME: host</c> or <c>json NAME: algorithm</c>.</summary>
/// <param name="Language"><c>json</c>: a frame; <c>text</c>: a body that is not JSON; <c>hex</c>: bytes as they are on the pipe, <c>#</c> begins a comment.</param>
/// <param name="Transcript">Which process it is said to, or by.</param>
/// <param name="IsFromHost">Sent, or to be received.</param>
/// <param name="Varies">Keys whose values are not compared.</param>
/// <param name="Text">Between the fences.</param>
/// <param name="Line">Of its first fence in the document.</param>
internal sealed partial record DocumentBlock(string Language, string Transcript, bool IsFromHost, string[] Varies, string Text, int Line)
{
    private static readonly string[] AlwaysVary = ["timestamp_ms", "sdk_version"];

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The block, or null when its info string names no transcript.</summary>
    internal static DocumentBlock? Of(string info, string text, int line) => Info().Match(info) is { Success: true } match
        ? new(match.Groups["language"].Value, match.Groups["transcript"].Value, match.Groups["side"].Value == "host",
            [.. AlwaysVary, .. match.Groups["varies"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)], text, line)
        : null;

    /// <summary>The frame.</summary>
    /// <exception cref="JsonException">It is not JSON, or a key stands in it twice.</exception>
    internal JsonNode Json() => JsonNode.Parse(Text, documentOptions: Strict)!;

    /// <summary>What is written to the pipe.</summary>
    internal byte[] Bytes()
    {
        if (Language == "hex")
            return Convert.FromHexString(Blanks().Replace(Comment().Replace(Text, ""), ""));

        byte[] body = Encoding.UTF8.GetBytes(Text);
        byte[] frame = new byte[4 + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, body.Length);
        body.CopyTo(frame, 4);
        return frame;
    }

    /// <summary>Whether a frame is this one, apart from the values that vary; a value that varies must still be there and of the same kind.</summary>
    internal bool IsShownBy(JsonNode received)
    {
        var expected = Json();
        return IsSameButForVarying(expected, received);
    }

    private bool IsSameButForVarying(JsonNode? expected, JsonNode? received) => (expected, received) switch
    {
        (JsonObject left, JsonObject right) => left.Count == right.Count && left.All(pair =>
            right.TryGetPropertyValue(pair.Key, out var value)
            && (Varies.Contains(pair.Key) ? pair.Value?.GetValueKind() == value?.GetValueKind() : IsSameButForVarying(pair.Value, value))),
        (JsonArray left, JsonArray right) => left.Count == right.Count && left.Zip(right).All(pair => IsSameButForVarying(pair.First, pair.Second)),
        _ => JsonNode.DeepEquals(expected, received),
    };

    [GeneratedRegex("^(?<language>json|text|hex) (?<transcript>[a-z-]+): (?<side>host|algorithm)( varies(?<varies>( [A-Za-z_]+)+))?$")]
    private static partial Regex Info();

    [GeneratedRegex("#.*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s")]
    private static partial Regex Blanks();
}
