namespace ProcVision.Manifests;

/// <summary>How bad a manifest finding is. Own enum: the Runner has no Roslyn.</summary>
internal enum ManifestSeverity
{
    /// <summary>The algorithm works; someone who reads the manifest may miss something.</summary>
    Info,

    /// <summary>The algorithm can be built, but probably not as meant.</summary>
    Warning,

    /// <summary>The algorithm cannot be built or loaded.</summary>
    Error,
}
