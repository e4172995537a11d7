using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace ProcVision.SessionValues.Tests.Values;

[SessionValue]
internal sealed record Nothing;

/// <summary>A record with a primary constructor, not sealed.</summary>
[SessionValue]
internal record Measurement(string Name, double Value, string? Unit);

internal sealed record BetterMeasurement(string Name, double Value, string? Unit, double Error) : Measurement(Name, Value, Unit);

/// <summary>A record that inherits members, and says which class of it is meant.</summary>
[SessionValue]
internal sealed record Calibrated(string Name, double Value, string? Unit, DateTimeOffset At) : Measurement(Name, Value, Unit)
{
    public int Count { get; set; }
}

/// <summary>Everything that a member can be: constructor, required, init, set, field.</summary>
[SessionValue]
internal sealed record Mixed(int A, string? B)
{
    public string Field = "";

    public required string C { get; init; }

    public required List<int> D { get; set; }

    public double E { get; set; }

    public int? F { get; init; }

    [JsonIgnore]
    public int Computed => A + 1;
}

[SessionValue]
internal sealed class PlainClass
{
    public int X { get; set; }

    public string Text { get; set; } = "";

    public string? Maybe { get; set; }
}

/// <summary>The constructor that is meant is marked.</summary>
[SessionValue]
internal sealed class Marked
{
    public Marked()
    {
    }

    [JsonConstructor]
    public Marked(int number, string text)
    {
        Number = number;
        Text = text;
    }

    public int Number { get; }

    public string Text { get; } = "";
}

[SessionValue]
internal readonly struct ReadOnlyPoint
{
    [JsonConstructor]
    public ReadOnlyPoint(int x, string label)
    {
        X = x;
        Label = label;
    }

    public int X { get; }

    public string Label { get; }
}

/// <summary>A struct with a reference in it: JSON also by key.</summary>
[SessionValue]
internal struct Labelled
{
    public string? Label;
    public int Number;

    public double Half { get; set; }
}

[SessionValue]
internal readonly record struct Range(double From, double To);

[SessionValue]
internal record struct Wide(long A, string B, Range? C);

[SessionValue]
internal sealed class SetsRequired
{
    [SetsRequiredMembers]
    public SetsRequired(int a) => A = a;

    public required int A { get; init; }

    public int B { get; set; }
}

/// <summary>A parameter that may be left out has its value from the declaration.</summary>
[SessionValue]
internal sealed record Defaults(int A = 7, string B = "b\"\\", double? C = null, Grade D = Grade.Fair, bool E = true, char F = '料', decimal G = 1.5m);
