using System.Collections.Immutable;

namespace ProcVision.Sdk.Tests.Sessions.Codecs.Values;

/// <summary>A session value as an author declares one: its codec stands in <see cref="ProcVisionCodecs"/>.</summary>
internal sealed record Template(string Name, double Score, Grade Grade)
{
    public required Point[] Points { get; init; }

    public List<Template> Children { get; set; } = [];

    public Dictionary<string, int?>? Counts { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    public Rect? Roi { get; set; }

    public Grade? Worst { get; set; }

    public string? @class { get; set; }
}

internal struct Point
{
    public double X;
    public double Y;
}

internal enum Grade : byte
{
    Good,
    Fair = 10,
    Bad,
}
