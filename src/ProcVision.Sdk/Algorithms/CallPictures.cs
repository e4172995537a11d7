namespace ProcVision;

/// <summary>The pictures of one call, to be released when it ends.</summary>
internal struct CallPictures
{
    /// <summary>The camera's; null while it is not opened.</summary>
    internal ImageFrame? Camera;

    /// <summary>The guide's (execute-only profile); null while it is not opened.</summary>
    internal ImageFrame? Guide;
}
