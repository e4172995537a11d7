namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>PV2018: a derived value that is stored as its base.</summary>
public sealed class DerivedValueTests
{
    private const string Types = """
        [SessionValue] public record Part(int Number);
        [SessionValue] public sealed record Blade(int Number, double Length) : Part(Number);
        [SessionValue(Context = typeof(AppJson))] public class Shape { }
        public sealed class Circle : Shape { }
        [JsonSerializable(typeof(Shape))] internal sealed partial class AppJson : JsonSerializerContext;
        """;

    [Fact]
    public async Task A_derived_value_is_given()
    {
        var messages = await KeyedStep.FindTypedAsync(
            "public partial Part? Part { get; set; }",
            """
            Part part = new(1);
            step.Session.Set<Part>("a", {|PV2018:new Blade(1, 2)|});
            step.Session.Part = {|PV2018:new Blade(1, 2)|};
            """,
            Types);
        Assert.Equal(
            "The value is 'Blade', and a session that stores it as 'Part' would lose what 'Blade' adds, so it refuses it. Store it as 'Blade', or store a 'Part'.", messages[0]);
        Assert.Equal(2, messages.Count);
    }

    [Fact]
    public async Task A_value_of_the_same_type_or_one_that_a_context_writes_is_fine() => await KeyedStep.FindTypedAsync(
        "public partial Part? Part { get; set; }",
        """
        Part part = new Blade(1, 2);
        step.Session.Set("a", new Blade(1, 2));
        step.Session.Set("b", part);
        step.Session.Set<Part?>("c", null);
        step.Session.Set<Shape>("d", new Circle());
        step.Session.Part = part;
        """,
        Types);
}
