namespace ProcVision.Analyzers.Results;

/// <summary>Numbers that authors take for codes of a result, from the tables of the platform's documents (conformance 181–184, 219–225).</summary>
internal static class CodeTable
{
    /// <summary>Whether a number is in the range of package management (conformance, section 7).</summary>
    public static bool IsOfPackages(int code) => code is >= 2000 and <= 2999;

    /// <summary>The name of a code of package management; null for a number that has none.</summary>
    public static string? NameOf(int code) => code switch
    {
        2001 => "invalid_zip",
        2002 => "manifest_missing",
        2003 => "incompatible_python",
        2004 => "wheels_missing",
        2005 => "install_failed",
        2006 => "activation_conflict",
        2007 => "unsafe_uninstall",
        _ => null,
    };

    /// <summary>The member of <c>ErrorCode</c> that says what was probably meant.</summary>
    public static string NearestTo(int code) => code switch
    {
        // The table of the adapter for pictures, and that of the trouble shooting pages for models and the GPU.
        1008 => "ImageLoadFailed",
        3001 => "ModelNotFound",
        3002 => "GpuOutOfMemory",

        // The example of one version of the specification: a model that cannot be loaded (conformance 184).
        2001 => "ModelNotFound",
        _ => "Unknown",
    };
}
