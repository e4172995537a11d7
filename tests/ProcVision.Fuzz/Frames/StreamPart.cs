namespace ProcVision.Fuzz.Frames;

/// <summary>What has become whole of a stream.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Body">The body of a frame; else empty.</param>
/// <param name="End">How many of the bytes that were added last it takes to its end.</param>
internal readonly record struct StreamPart(StreamPart.Of Kind, byte[] Body, int End)
{
    internal enum Of
    {
        /// <summary>A body to be read.</summary>
        Frame,

        /// <summary>A frame that is refused unread, and gone.</summary>
        Refusal,

        /// <summary>A length that cannot be believed: the process ends.</summary>
        Break,
    }
}
