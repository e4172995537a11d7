using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ProcVision;

/// <summary>
/// The name of a shared region: <c>procvision-session-</c>, its owner's process id and start time, and 128 random bits that nobody guesses. Who
/// reads a directory tells by it whose region is whose and whether its owner still lives.
/// </summary>
/// <param name="Owner">The process that made the region.</param>
/// <param name="Random">32 lower-case hexadecimal digits.</param>
internal readonly record struct SharedMemoryName(ProcessInstance Owner, string Random)
{
    /// <summary>How every name begins.</summary>
    internal const string Prefix = "procvision-session-";

    /// <summary>Characters of the longest name.</summary>
    internal const int Longest = 19 + 10 + 1 + 20 + 1 + Digits;

    private const int Digits = 32;

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <summary>A name that no region has had before.</summary>
    internal static SharedMemoryName Next() => new(ProcessInstance.Current, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Digits / 2)));

    /// <summary>Reads a name; false for anything that <see cref="ToString"/> does not write.</summary>
    internal static bool TryParse(string text, out SharedMemoryName name)
    {
        name = default;
        if (text.Length > Longest || !text.StartsWith(Prefix, StringComparison.Ordinal) || text[Prefix.Length..].Split('-') is not [var id, var start, var random]
            || !int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var owner)
            || !ulong.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            || random.Length != Digits || random.AsSpan().ContainsAnyExcept(Hexadecimal))
        {
            return false;
        }

        name = new SharedMemoryName(new ProcessInstance(owner, time), random);
        return name.ToString() == text;
    }

    /// <summary>The same of UTF-8.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> utf8, out SharedMemoryName name)
    {
        name = default;
        return utf8.Length <= Longest && Ascii.IsValid(utf8) && TryParse(Encoding.ASCII.GetString(utf8), out name);
    }

    /// <summary>The name as it stands in <c>/dev/shm</c> and on the wire.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Owner.Id}-{Owner.StartTime}-{Random}");
}
