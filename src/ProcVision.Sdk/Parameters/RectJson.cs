using ProcVision.Protocol;

namespace ProcVision.Parameters;

/// <summary>A rectangle given as <c>{"x":…,"y":…,"width":…,"height":…}</c> (C11).</summary>
internal static class RectJson
{
    private static readonly string[] Keys = ["x", "y", "width", "height"];

    /// <summary>Reads the four integers; other keys are ignored.</summary>
    /// <param name="json">A valid JSON object.</param>
    /// <param name="rect">The rectangle.</param>
    /// <param name="problem">What is missing, given twice or no integer.</param>
    internal static bool TryParse(ReadOnlySpan<byte> json, out Rect rect, out string? problem)
    {
        Span<int> sides = stackalloc int[4];
        var given = 0;
        problem = null;
        var scanner = JsonScanner.OverUtf8(json);
        _ = scanner.EnterObject();
        while (scanner.NextMember(out var key))
        {
            var side = Side(json, key);
            var value = scanner.Value();
            if (side < 0)
            {
                continue;
            }

            if ((given & (1 << side)) != 0)
            {
                problem ??= $"{Keys[side]} 重复";
            }
            else if (value.Kind != JsonKind.Number
                || JsonNumber.ToInt64(value.Raw(json), out var number) != JsonInteger.Exact
                || number is < int.MinValue or > int.MaxValue)
            {
                problem ??= $"{Keys[side]} 应为整数: {JsonText.Shorten(value.Raw(json))}";
            }
            else
            {
                sides[side] = (int)number;
            }

            given |= 1 << side;
        }

        if (given != 0b1111)
        {
            problem ??= $"缺少 {Absent(given)}";
        }

        rect = problem is null ? new(sides[0], sides[1], sides[2], sides[3]) : default;
        return problem is null;
    }

    /// <summary>Apart from its caller, whose local a lambda would put on the heap for every rectangle.</summary>
    private static string Absent(int given) => string.Join(", ", Keys.Where((_, side) => (given & (1 << side)) == 0));

    private static int Side(ReadOnlySpan<byte> json, JsonToken key)
    {
        var inner = key.Inner(json);
        return Is(inner, key, "x"u8) ? 0 : Is(inner, key, "y"u8) ? 1 : Is(inner, key, "width"u8) ? 2 : Is(inner, key, "height"u8) ? 3 : -1;
    }

    private static bool Is(ReadOnlySpan<byte> inner, JsonToken key, ReadOnlySpan<byte> name) =>
        key.IsEscaped ? JsonText.EscapedEquals(inner, name) : inner.SequenceEqual(name);
}
