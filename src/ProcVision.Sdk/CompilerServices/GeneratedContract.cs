using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>The version of what generated code and this assembly expect of each other.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GeneratedContract
{
    /// <summary>Raised whenever a member that generated code uses comes, changes its meaning or goes away.</summary>
    public const int Version = 3;

    /// <summary>Refuses an algorithm that another version of the generator wrote.</summary>
    /// <exception cref="InvalidOperationException">The versions differ; the message says what to rebuild.</exception>
    public static void Require(int version, string algorithm)
    {
        if (version != Version)
        {
            throw new InvalidOperationException(
                $"The algorithm '{algorithm}' was generated for contract {version} of ProcVision.Sdk, but this ProcVision.Sdk has contract {Version}. "
                + "Build the algorithm's project again with the same ProcVision.Sdk version as the executable.");
        }
    }
}
