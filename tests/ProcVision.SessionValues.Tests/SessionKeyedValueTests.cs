using System.Collections.Immutable;
using Plant.Parts;
using ProcVision.SessionValues.Tests.Values;

namespace ProcVision.SessionValues.Tests;

/// <summary>Values of an author's types under a key, in a region that another process attaches to.</summary>
public class SessionKeyedValueTests
{
    public static TheoryData<Shape> Shapes =>
    [
        .. SessionValueJsonTests.Shapes.Select(row => row.Data),
        Shape.Of<Grade>(),
        Shape.Of<Marks?>(),
        Shape.Of<Marks[]>(),
        Shape.Of<Shift>(),
        Shape.Of<Pose>(),
        Shape.Of<Pose?>(),
        Shape.Of<Pose[]>(),
        Shape.Of<List<Packed>>(),
        Shape.Of<ImmutableArray<Tight>>(),
        Shape.Of<Cell>(),
        Shape.Of<List<Cell>>(),
        Shape.Of<Wide?>(),
        Shape.Of<double[]>(),
        Shape.Of<List<Rect>>(),
        Shape.Of<ImmutableArray<TimeOnly>>(),
        Shape.Of<string[]>(),
        Shape.Of<Values.Shape>(),
        Shape.Of<List<Values.Shape>>(),
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void What_was_stored_under_a_key_comes_back_here_and_in_the_next_process_and_as_the_same_JSON(Shape shape) =>
        shape.Comes_back_from_a_region_attached_anew(30);

    [Fact]
    public void A_null_of_an_authors_type_is_there_and_is_null()
    {
        using var region = new Region();
        region.Session.Set<Measurement?>("m", null);
        region.Session.Set<Wide?>("w", null);
        var session = region.AttachAnew();
        Assert.True(session.Exists("m"));
        Assert.Null(session.Get<Measurement?>("m", new Measurement("fallback", 1, null)));
        Assert.Null(session.Get<Wide?>("w"));
        Assert.Throws<SessionException>(() => session.Get<Wide>("w"));
    }

    [Fact]
    public void A_refused_value_leaves_the_old_one()
    {
        using var region = new Region();
        region.Session.Set("m", new Measurement("a", 1, null));
        Refused("m.Value", () => region.Session.Set("m", new Measurement("b", double.NaN, null)));
        Refused("m.Name", () => region.Session.Set("m", new Measurement("\ud800", 1, null)));
        Measurement better = new BetterMeasurement("c", 1, null, 2);
        Refused("BetterMeasurement", () => region.Session.Set("m", better));
        Assert.Equal(new Measurement("a", 1, null), region.Session.Get<Measurement>("m"));
        Assert.Equal(new Measurement("a", 1, null), region.AttachAnew().Get<Measurement>("m"));
    }

    [Fact]
    public void A_value_is_read_as_the_type_it_was_stored_as()
    {
        using var region = new Region();
        region.Session.Set("m", new Measurement("a", 1, null));
        region.Session.Set("d", new double[] { 1, 2 });
        var session = region.AttachAnew();
#pragma warning disable PV2002 // What it forbids is tried here.
        Refused("Measurement", () => session.Get<Mixed>("m"));
        Refused("'d'", () => session.Get<List<double>>("d"));
        Refused("'d'", () => session.Get<long[]>("d"));
        Refused("'m'", () => session.Get<string>("m"));
#pragma warning restore PV2002
    }

    private static void Refused(string what, Action action) =>
        Assert.Contains(what, Assert.Throws<SessionException>(action).Message, StringComparison.Ordinal);
}
