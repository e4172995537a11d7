using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProcVision.Sdk.Tests.Sessions.Codecs;

/// <summary>The other side: what System.Text.Json writes and takes with the options that session values are promised to have (DESIGN §5).</summary>
internal static class SystemTextJson
{
    internal static JsonSerializerOptions Options { get; } = Make();

    internal static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    internal static T? Read<T>(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<T>(json, Options);

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerOptions.Strict)
        {
            IncludeFields = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(new JsonStringEnumConverter());
        options.Converters.Add(new RectConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private sealed class RectConverter : JsonConverter<Rect>
    {
        public override Rect Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var rect = JsonSerializer.Deserialize<Sides>(ref reader, options);
            return new Rect(rect.x, rect.y, rect.width, rect.height);
        }

        public override void Write(Utf8JsonWriter writer, Rect value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new Sides { x = value.X, y = value.Y, width = value.Width, height = value.Height }, options);

        private struct Sides
        {
            [JsonRequired]
            public int x;
            [JsonRequired]
            public int y;
            [JsonRequired]
            public int width;
            [JsonRequired]
            public int height;
        }
    }
}
