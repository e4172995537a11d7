using System.Text.Json.Serialization;

namespace Fasteners.Screws;

/// <summary>Where the screws of a cover are, relative to its rectangle, 0…1; read once in Setup from the product's asset.</summary>
public sealed record ScrewLayout(int Radius, IReadOnlyList<ScrewPlace> Places);

public sealed record ScrewPlace(double X, double Y);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ScrewLayout))]
internal sealed partial class ScrewLayoutJson : JsonSerializerContext;
