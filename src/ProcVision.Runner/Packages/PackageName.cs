namespace ProcVision.Runner;

/// <summary>
/// How the platform names a package: <c>name-version</c>, which it splits at the last hyphen, and which wins over what the manifest says
/// (conformance 526).
/// </summary>
/// <param name="Name">Small letters, digits, <c>-</c> and <c>_</c>.</param>
/// <param name="Version">Without a hyphen, for example <c>1.0.0</c>.</param>
public sealed record PackageName(string Name, string Version)
{
    /// <summary>Splits a file's or folder's name, without extension.</summary>
    /// <exception cref="PackageException">It has no hyphen with something on both sides.</exception>
    public static PackageName Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int hyphen = text.LastIndexOf('-');
        return hyphen > 0 && hyphen < text.Length - 1
            ? new(text[..hyphen], text[(hyphen + 1)..])
            : throw new PackageException(Words.Of($"'{text}' 不是 <name>-<version>，例如 my-algorithm-1.0.0", $"'{text}' is no <name>-<version>, for example my-algorithm-1.0.0"));
    }

    /// <summary><c>name-version</c>.</summary>
    public override string ToString() => $"{Name}-{Version}";
}
