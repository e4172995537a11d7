namespace ProcVision.Protocol;

/// <summary>What <see cref="FrameReader.Next"/> came upon.</summary>
internal enum FrameEvent
{
    /// <summary>A whole frame: <see cref="FrameReader.Body"/>.</summary>
    Frame,

    /// <summary>A frame that is not to be read but whose end is known: answer <see cref="FrameReader.Problem"/> with an <c>error</c> frame and go on.</summary>
    Refused,

    /// <summary>End of input between two frames: end in order.</summary>
    End,

    /// <summary>Where the next frame begins cannot be known any more: end with a non-zero exit code and <see cref="FrameReader.Reason"/> on stderr.</summary>
    Broken,
}
