using ProcVision.Protocol;

namespace ProcVision.Fuzz.Frames;

/// <summary>The product's reader on one stream, and its parser and writer on every frame of it, held against the models.</summary>
internal static class StreamCheck
{
    /// <summary>Reads to the end.</summary>
    /// <returns>The first difference, with the body it is about; null when there is none.</returns>
    internal static string? Of(byte[] stream, IByteSource source, ParserCheck check)
    {
        var model = new StreamModel();
        using var reader = new FrameReader(source);
        foreach (var (part, body, _) in model.Add(stream))
        {
            var frame = reader.Next();
            var expected = part switch
            {
                StreamPart.Of.Frame => FrameEvent.Frame,
                StreamPart.Of.Refusal => FrameEvent.Refused,
                _ => FrameEvent.Broken,
            };
            if (frame != expected || !reader.Body.SequenceEqual(body))
            {
                return $"was cut as {frame} of {reader.Body.Length} bytes and not as {expected} of {body.Length}";
            }

            if (part == StreamPart.Of.Break)
            {
                return null;
            }

            if (part == StreamPart.Of.Frame && check.Of(body) is { } difference)
            {
                return $"{difference}\n{Convert.ToBase64String(body)}";
            }
        }

        var end = reader.Next();
        return end == (model.IsBetweenFrames ? FrameEvent.End : FrameEvent.Broken) ? null : $"ended as {end}";
    }
}
