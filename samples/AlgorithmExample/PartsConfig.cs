using System.Text.Json;
using System.Text.Json.Serialization;

namespace AlgorithmExample;

/// <summary>What is to be expected in a picture of one pid: its <c>config</c> asset. No number about a pid is anywhere else.</summary>
public sealed record PartsConfig
{
    /// <summary>What a good part is called in the result.</summary>
    public required string Label { get; init; }

    /// <summary>How many whole parts lie on the tray.</summary>
    public required int ExpectedCount { get; init; }

    /// <summary>Whether parts are darker or brighter than the tray.</summary>
    public required Polarity Polarity { get; init; }

    /// <summary>What the tray is.</summary>
    public required TrayKind Tray { get; init; }

    /// <summary>Mean brightness (0…255) that a picture of 12.5 ms exposure has at least; below, the lamp is off or fading.</summary>
    public required float MinBrightness { get; init; }

    /// <summary>Gray levels that must lie between tray and parts.</summary>
    public required float MinContrast { get; init; }

    /// <summary>Root of a part's area, as a share of the tray's longer side.</summary>
    public required Limits Size { get; init; }

    /// <summary>Below this size (measured like <see cref="Size"/>) something is dust or noise; from it on it is a foreign part.</summary>
    public required float MinForeignSize { get; init; }

    /// <summary>A part's width by its length: 1 is round, towards 0 is a rod. See <see cref="Blob.Slenderness"/>.</summary>
    public required Limits Slenderness { get; init; }

    /// <summary>How much of its ellipse a part fills: 1 is an ellipse, less is notched. See <see cref="Blob.Fullness"/>.</summary>
    public required Limits Fullness { get; init; }

    /// <summary>Reads a config asset; a missing, unknown or malformed member is a <see cref="JsonException"/> that names it.</summary>
    public static PartsConfig Parse(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, PartsConfigJson.Default.PartsConfig) ?? throw new JsonException("The config is null.");
}

/// <summary>What step 1 looks for.</summary>
public enum TrayKind
{
    /// <summary>The largest bright area in the region of interest: a light table.</summary>
    LightTable,

    /// <summary>The tray is larger than the picture: all of the region of interest is tray.</summary>
    WholeRegion,
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(PartsConfig))]
internal sealed partial class PartsConfigJson : JsonSerializerContext;
