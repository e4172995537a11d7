using System.Text.Json.Serialization;

namespace ProcVision.SessionValues.Tests.Values;

/// <summary>Outside the grammar: an abstract class with derived ones.</summary>
[SessionValue(Context = typeof(ShapeJson))]
[JsonDerivedType(typeof(Circle), "circle")]
[JsonDerivedType(typeof(Group), "group")]
internal abstract class Shape;

internal sealed class Circle : Shape
{
    public double Radius { get; set; }
}

internal sealed class Group : Shape
{
    public List<Shape> Parts { get; set; } = [];
}

[JsonSerializable(typeof(Shape))]
internal sealed partial class ShapeJson : JsonSerializerContext;
