using System.Text;

namespace ProcVision;

/// <summary>
/// The file name that stands for a <c>shared_mem_id</c>: every character outside <c>[a-zA-Z0-9._-]</c> becomes <c>_</c> (conformance 236).
/// Two ids can share a name, as on the platform; no id can leave the directory, because no separator survives.
/// </summary>
internal static class PictureName
{
    /// <summary>Shorter ids are refused (conformance 217).</summary>
    internal const int MinLength = 8;

    /// <summary>What a file system allows for a name, less <c>.npy</c>.</summary>
    internal const int MaxLength = 255 - 4;

    /// <summary>Gives the name without its extension as ASCII, or why the id is refused.</summary>
    /// <param name="id">UTF-8.</param>
    /// <param name="name">At least <see cref="MaxLength"/> bytes.</param>
    /// <param name="length">Bytes of the name.</param>
    internal static string? Write(scoped ReadOnlySpan<byte> id, Span<byte> name, out int length)
    {
        length = 0;
        var rest = id;
        while (!rest.IsEmpty)
        {
            if (length == MaxLength)
            {
                length = 0;
                return $"无效的共享内存ID: 超过 {MaxLength} 个字符";
            }

            // Character by character, not byte by byte and not per UTF-16 unit: a character of four bytes is one '_' to Python's re.sub.
            _ = Rune.DecodeFromUtf8(rest, out var character, out var consumed);
            name[length++] = character.IsAscii && IsKept((byte)character.Value) ? (byte)character.Value : (byte)'_';
            rest = rest[consumed..];
        }

        if (length >= MinLength)
        {
            return null;
        }

        var problem = $"无效的共享内存ID: '{Encoding.UTF8.GetString(id)}'，至少 {MinLength} 个字符";
        length = 0;
        return problem;
    }

    private static bool IsKept(byte character) =>
        character is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'0' and <= (byte)'9')
            or (byte)'.' or (byte)'_' or (byte)'-';
}
