namespace ProcVision.Cli;

/// <summary>
/// Why the tool cannot do what was asked for, for scripts: at the end of the message on stderr and as <c>error_code</c> in JSON. Where the platform has a code
/// (1001, 1002, 1006, 2001 …), it is that one instead. Never renumbered.
/// </summary>
internal static class ToolCode
{
    /// <summary>The command line itself: an unknown word, a missing or impossible value.</summary>
    public const string Usage = "PVT01";

    /// <summary>A file or folder that was named is not there, or holds nothing of the kind.</summary>
    public const string NotFound = "PVT02";

    /// <summary>A manifest that cannot be used.</summary>
    public const string Manifest = "PVT03";

    /// <summary>The project does not build.</summary>
    public const string Build = "PVT04";

    /// <summary>A file or folder cannot be read or written: permission, disk, device.</summary>
    public const string Access = "PVT05";

    /// <summary>What would be written is there already.</summary>
    public const string Exists = "PVT06";

    /// <summary>There are several, and it is not clear which is meant.</summary>
    public const string Ambiguous = "PVT07";

    /// <summary>A program that is needed is not installed: the SDK, a linker.</summary>
    public const string Toolchain = "PVT08";

    /// <summary>A package that is not as it must be.</summary>
    public const string Package = "PVT09";

    /// <summary>Slower or bigger than the baseline allows.</summary>
    public const string Regression = "PVT10";
}
