namespace ProcVision.Cli;

/// <summary>Where the value of a parameter comes from.</summary>
internal enum ParameterOrigin
{
    /// <summary>From <c>--params</c>.</summary>
    Given,

    /// <summary>From the manifest.</summary>
    Default,

    /// <summary>A required rectangle that was not given.</summary>
    WholePicture,

    /// <summary>Neither given nor with a default.</summary>
    Absent,
}
