using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using ProcVision.Soak.Values;

namespace ProcVision.Soak.Owners;

/// <summary>What the owner puts into its region in one detection: everything follows from the generation.</summary>
internal static class OwnedDetection
{
    private static readonly SoakKey Pose = SoakKeys.Typed("Pose");
    private static readonly SoakKey Note = SoakKeys.Typed("Note");
    private static readonly SoakKey Curve = SoakKeys.Typed("Curve");

    internal static RegionIdentity Identity(uint generation) => new(Id(generation), "p001", "owner", Context(generation));

    internal static byte[] PoseBytes(uint generation) => MemoryMarshal.AsBytes([Forms.Pose.Make(Edition(Pose, generation))]).ToArray();

    internal static byte[] NoteBytes(uint generation) => Encoding.UTF8.GetBytes(Forms.Text.Make(Edition(Note, generation)));

    internal static byte[] CurveBytes(uint generation) => MemoryMarshal.AsBytes(Forms.Array.Make(Edition(Curve, generation)).AsSpan()).ToArray();

    /// <summary>What is wrong with a reading; null when it is one detection and nothing else.</summary>
    internal static string? Problem(RegionContent content)
    {
        var generation = content.Generation;
        if (content.Origin == RegionOrigin.Unknown)
        {
            // Between two detections nobody has the region.
            return content.IsOpen ? $"detection {generation} is open and nobody's" : Values(content);
        }

        return content.Origin.Id != Id(generation) || !content.Origin.Context.AsSpan().SequenceEqual(Context(generation))
            ? $"detection {generation} is that of {content.Origin.Id} with {Encoding.UTF8.GetString(content.Origin.Context)}"
            : content.Problems.Count > 0 ? string.Join("; ", content.Problems)
            : Values(content);
    }

    private static string? Values(RegionContent content)
    {
        foreach (var value in content.Values)
        {
            var key = SoakKeys.Typed(value.Key);
            if (!key.Forms[0].Is(JsonElement.Parse(value.Json), Edition(key, content.Generation)))
            {
                return $"detection {content.Generation} has {value.Key} = {Encoding.UTF8.GetString(value.Json)}";
            }
        }

        return null;
    }

    private static Edition Edition(SoakKey key, uint generation) => key.Edition(0, generation);

    private static string Id(uint generation) => string.Create(CultureInfo.InvariantCulture, $"detection-{generation}");

    /// <summary>Of changing length, as identities are.</summary>
    private static byte[] Context(uint generation) =>
        Encoding.UTF8.GetBytes($$"""{"operator":"{{new string((char)('a' + (generation % 26)), (int)(generation * 7 % 200))}}"}""");
}
