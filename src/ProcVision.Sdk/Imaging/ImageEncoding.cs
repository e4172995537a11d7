namespace ProcVision;

/// <summary>The encoded forms of a picture that the platform hands over (C31).</summary>
public enum ImageEncoding
{
    /// <summary>JPEG, baseline or progressive.</summary>
    Jpeg,

    /// <summary>PNG.</summary>
    Png,
}
