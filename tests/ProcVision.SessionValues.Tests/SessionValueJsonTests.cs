using System.Collections.Immutable;
using Plant.Parts;
using ProcVision.SessionValues.Tests.Values;

namespace ProcVision.SessionValues.Tests;

/// <summary>The emitted codec of every shape against System.Text.Json.</summary>
public class SessionValueJsonTests
{
    public static TheoryData<Shape> Shapes =>
    [
        Shape.Of<Nothing>(),
        Shape.Of<Measurement>(),
        Shape.Of<Calibrated>(),
        Shape.Of<Mixed>(),
        Shape.Of<PlainClass>(),
        Shape.Of<Marked>(),
        Shape.Of<ReadOnlyPoint>(),
        Shape.Of<Labelled>(),
        Shape.Of<Wide>(),
        Shape.Of<SetsRequired>(),
        Shape.Of<Defaults>(),
        Shape.Of<Node>(),
        Shape.Of<Husband>(),
        Shape.Of<Instantiations>(),
        Shape.Of<EveryKind>(),
        Shape.Of<EveryKindOrNull>(),
        Shape.Of<Values.Collections>(),
        Shape.Of<EveryEnum>(),
        Shape.Of<Attributed>(),
        Shape.Of<Keywords>(),
        Shape.Of<Oblivious>(),
        Shape.Of<Poses>(),
        Shape.Of<Large>(),
        Shape.Of<FromElsewhere>(),
        Shape.Of<Stock>(),
        Shape.Of<Measurement[]>(),
        Shape.Of<List<Mixed>>(),
        Shape.Of<ImmutableArray<Wide>>(),
        Shape.Of<Dictionary<string, Node>>(),
        Shape.Of<Dictionary<string, Values.Range>>(),
        Shape.Of<Dictionary<string, Grade>>(),
        Shape.Of<Dictionary<string, Pose>>(),
        Shape.Of<Dictionary<string, Rect>>(),
        Shape.Of<Dictionary<string, double>>(),
        Shape.Of<List<string>>(),
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void It_is_written_as_System_Text_Json_writes_it_and_each_reads_what_the_other_wrote(Shape shape) => shape.Equals_System_Text_Json(300);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Hostile_JSON_is_the_same_value_as_for_System_Text_Json_or_an_exception_with_key_and_path(Shape shape) =>
        shape.Takes_or_refuses_hostile_JSON(2_000);
}
