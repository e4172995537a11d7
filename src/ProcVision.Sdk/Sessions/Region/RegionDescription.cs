using System.Text.Json;

namespace ProcVision;

/// <summary>What a coded value says of its type.</summary>
internal static class RegionDescription
{
    /// <summary>The type of a keyed value, for messages.</summary>
    internal static string NameOf(KeyedDirectory directory, int entry) =>
        directory.KindOf(entry) == SessionKind.Coded ? NameOf(directory.DescriptionOf(entry)) : SessionKinds.Name(directory.KindOf(entry));

    private static string NameOf(ReadOnlySpan<byte> description)
    {
        try
        {
            var json = new Utf8JsonReader(description);
            while (json.Read())
            {
                if (json.CurrentDepth == 1 && json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("type"u8) && json.Read())
                {
                    return json.GetString() ?? "?";
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A name for a message is not worth an error of its own; the message is one already.
        }

        return "?";
    }
}
