using System.Buffers;
using System.Text.Json;

namespace ProcVision.Fuzz.Regions;

/// <summary>What must be true of whatever a reader says, however damaged the region is.</summary>
internal static class ContentCheck
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 70, AllowDuplicateProperties = true };

    /// <summary>What is not true of it; null when all is.</summary>
    internal static string? Problem(RegionContent content)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in content.Values)
        {
            if (!keys.Add(value.Key))
            {
                return $"the key '{value.Key}' twice";
            }

            if (value.Bytes < 0 || value.Bytes > content.Size)
            {
                return $"{value.Bytes} bytes of '{value.Key}'";
            }
        }

        if (content.Used < RegionFormat.BodyAt || content.Used > content.Size)
        {
            return $"{content.Used} bytes used of {content.Size}";
        }

        if (content.Problems.Any(string.IsNullOrEmpty))
        {
            return "a problem without a reason";
        }

        var archive = Archive(content);
        try
        {
            using var document = JsonDocument.Parse(archive, Strict);
            return document.RootElement.GetProperty("state_store").EnumerateObject().Count() == keys.Count ? null : "the archive has other keys";
        }
        catch (JsonException exception)
        {
            return $"the archive is no JSON: {exception.Message}";
        }
    }

    /// <summary>What two looks at the same bytes disagree in.</summary>
    internal static string? Difference(RegionContent one, RegionContent other) =>
        Archive(one).Span.SequenceEqual(Archive(other).Span) ? null : "the same region was read in two ways";

    private static ReadOnlyMemory<byte> Archive(RegionContent content)
    {
        var bytes = new ArrayBufferWriter<byte>();
        RegionArchive.Write(bytes, content, 0);
        return bytes.WrittenMemory;
    }
}
