namespace ProcVision.Sdk.Tests.Imaging;

/// <summary>How a host puts a new picture in the place of an old one.</summary>
public enum Rewriting
{
    /// <summary>As Python's <c>open(path, "wb")</c>: cut to nothing, then written bit by bit. numpy does so.</summary>
    Truncating,

    /// <summary>Over the old bytes, bit by bit.</summary>
    Overwriting,

    /// <summary>Through a mapping of the old file.</summary>
    Mapping,

    /// <summary>Deleted and made anew, as the platform's runner does (conformance 249).</summary>
    Recreating,

    /// <summary>Written under another name and renamed, as we do.</summary>
    Renaming,
}
