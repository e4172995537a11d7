using System.Text;
using System.Text.Json;

namespace ProcVision;

/// <summary>Where in a value something is, as <c>Template.Points[3].X</c>: told from the JSON before it, and only when somebody has to be told.</summary>
internal static class SessionJsonPath
{
    /// <summary>A text from another process may be long, and a message is read by people.</summary>
    private const int Shown = 40;

    /// <summary>The path of the value that would come after this beginning of a JSON value.</summary>
    internal static string After(string key, ReadOnlySpan<byte> beginning)
    {
        var names = new Stack<string?>();
        var counts = new Stack<int>();
        try
        {
            // With something after it, a number at the end is seen to be whole.
            var json = new Utf8JsonReader([.. beginning, (byte)' '], isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = int.MaxValue }));
            while (json.Read())
            {
                Step(ref json, names, counts);
            }
        }
        catch (JsonException)
        {
            // The path up to what cannot be read.
        }

        return Print(key, names, counts);
    }

    /// <summary>What a token is called in messages.</summary>
    internal static string Kind(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "object",
        JsonTokenType.StartArray => "array",
        JsonTokenType.String => "string",
        JsonTokenType.Number => "number",
        JsonTokenType.True or JsonTokenType.False => "bool",
        _ => "null",
    };

    /// <summary>Text for a message: shortened, and whatever its bytes are.</summary>
    internal static string Text(ReadOnlySpan<byte> text)
    {
        var shown = Encoding.UTF8.GetString(text);
        return shown.Length <= Shown ? shown : shown[..Shown] + "…";
    }

    private static void Step(ref Utf8JsonReader json, Stack<string?> names, Stack<int> counts)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.StartObject:
                names.Push(null);
                counts.Push(-1);
                return;
            case JsonTokenType.StartArray:
                names.Push(null);
                counts.Push(0);
                return;
            case JsonTokenType.PropertyName:
                _ = names.Pop();
                names.Push(Name(ref json));
                return;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _ = names.Pop();
                _ = counts.Pop();
                break;
        }

        // A value is over: in an array the next one has the next index, in an object there is no name until it comes.
        if (counts.TryPop(out var count))
        {
            counts.Push(count < 0 ? count : count + 1);
            _ = names.Pop();
            names.Push(null);
        }
    }

    private static string Name(ref Utf8JsonReader json)
    {
        try
        {
            return Text(Encoding.UTF8.GetBytes(json.GetString()!));
        }
        catch (InvalidOperationException)
        {
            return Text(json.ValueSpan);
        }
    }

    private static string Print(string key, Stack<string?> names, Stack<int> counts)
    {
        var path = new StringBuilder(key);
        foreach (var (name, count) in names.Reverse().Zip(counts.Reverse()))
        {
            _ = count >= 0 ? path.Append('[').Append(count).Append(']')
                : name is null ? path
                : IsWord(name) ? path.Append('.').Append(name)
                : path.Append("[\"").Append(name).Append("\"]");
        }

        return path.ToString();
    }

    private static bool IsWord(string name) => name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c == '_');
}
