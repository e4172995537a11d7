namespace ProcVision;

/// <summary>Where the pictures of calls come from: the platform's directory, a test's buffer, later the native ring.</summary>
internal interface IImageSource
{
    /// <summary>
    /// Opens the picture of a call and checks everything that can be known without decoding: file, size, format header, size against
    /// meta. Gives null and the reason (1002) otherwise. Nothing is ever substituted (C30).
    /// </summary>
    /// <param name="id">The call's <c>shared_mem_id</c>, UTF-8, unescaped.</param>
    /// <param name="meta">The call's <c>image_meta</c>.</param>
    /// <param name="reason">Why there is no picture, for the message of the result.</param>
    ImageFrame? Open(scoped ReadOnlySpan<byte> id, in ImageMeta meta, out string reason);
}
