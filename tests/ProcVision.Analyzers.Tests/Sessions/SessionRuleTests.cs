using ProcVision.Analyzers.Algorithms;
using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Sessions;

/// <summary>Rules about typed sessions (DESIGN §5).</summary>
public sealed class SessionRuleTests
{
    [Fact]
    public async Task Every_kind_of_fixed_size_is_fine() => await RuleTest.FindAsync("""
        public enum Quality : short { Good, Bad }
        public struct Pose { public double X, Y; public Rect? Box; public Corner Corner { get; set; } }
        public record struct Corner(float X, float Y);
        [Session]
        internal readonly ref partial struct TraySession
        {
            public partial bool A { get; set; }
            public partial byte B { get; set; }
            public partial ulong C { get; set; }
            public partial float D { get; set; }
            public partial decimal E { get; set; }
            public partial char F { get; set; }
            public partial Guid G { get; set; }
            public partial DateTimeOffset? H { get; set; }
            public partial DateOnly I { get; set; }
            public partial TimeOnly J { get; set; }
            public partial TimeSpan K { get; set; }
            public partial DateTime L { get; set; }
            public partial Quality? M { get; set; }
            public partial Pose N { get; set; }
            public partial (int Row, double Score) O { get; set; }
            public partial System.Numerics.Vector3? P { get; set; }
            internal partial string? Q { get; private set; }
            [MaxBytes(101000)] public partial string R { get; set; }
            public int Twice => (int)C * 2;
            public static TraySession For(Session session) => Over(session);
        }
        """);

    [Theory]
    [InlineData("public ref partial struct")]
    [InlineData("public readonly partial struct")]
    [InlineData("public partial struct")]
    public async Task PV2010_not_a_readonly_ref_partial_struct(string head)
    {
        var messages = await RuleTest.FindAsync($$"""
            [Session] {{head}} {|PV2010:Tray|} { public partial int Count { get; set; } }
            [Algorithm(Session = typeof(Tray))] public sealed partial class Demo
            {
                [Execute(1)] ExecuteResult Locate(in LocateStep step) { var tray = step.Session; return ExecuteResult.Ok(); }
            }
            """, Demo.OneStep);
        Assert.Equal(
            "The session 'Tray' cannot be generated, because it is not a 'readonly ref partial struct'. Write 'readonly ref partial struct Tray'.",
            Assert.Single(messages));
    }

    [Theory]
    [InlineData("[Session] public readonly ref partial struct {|PV2010:Tray|}<T> { public partial int Count { get; set; } }")]
    [InlineData("[Session] public readonly ref partial struct {|PV2010:Tray|}(int seed) { public partial int Count { get; set; } public int Seed => seed; }")]
    [InlineData("public class Line { [Session] public readonly ref struct {|PV2010:Tray|} { } }")]
    [InlineData("public partial class Line<T> { [Session] public readonly ref partial struct {|PV2010:Tray|} { public partial int Count { get; set; } } }")]
    public async Task PV2010_nothing_can_be_added_to_the_struct(string source) => await RuleTest.FindAsync(source);

    [Theory]
    [InlineData("public partial int {|PV2011:Count|} { get; }", "it has no set")]
    [InlineData("public partial int {|PV2011:Count|} { set; }", "it has no get")]
    [InlineData("public partial int {|PV2011:Count|} { get; init; }", "it has init instead of set")]
    [InlineData("public static partial int {|PV2011:Count|} { get; set; }", "it is static")]
    [InlineData("public int {|PV2011:Count|} { get; }", "it is not partial")]
    public async Task PV2011_a_property_that_is_not_partial_get_and_set(string property, string cause)
    {
        var messages = await RuleTest.FindAsync(Struct(property));
        Assert.Equal(
            $"The property 'Count' would not keep its value from step to step, because {cause}. Write 'public partial int Count {{ get; set; }}'.", Assert.Single(messages));
    }

    [Fact]
    public async Task Every_kind_of_coded_value_is_fine() => await RuleTest.FindAsync("""
        public enum Quality : short { Good, Bad }
        public struct Pose { public double X, Y; }
        public record Template(string Name, List<Pose> Points) { public Template? Next { get; init; } }
        public sealed class Limits { public double Low { get; set; } public required string Unit { get; init; } }
        public struct Named { public string Name; }
        [Session]
        internal readonly ref partial struct TraySession
        {
            public partial double[] A { get; set; }
            public partial List<Pose>? B { get; set; }
            public partial System.Collections.Immutable.ImmutableArray<Quality> C { get; set; }
            public partial System.Collections.Immutable.ImmutableArray<string>? D { get; set; }
            public partial Dictionary<string, Template?> E { get; set; }
            [MaxBytes(8192)] public partial Template? F { get; set; }
            public partial Limits? G { get; set; }
            public partial Named H { get; set; }
            public partial Named? I { get; set; }
            public partial int?[] J { get; set; }
            public partial string[][]? K { get; set; }
            public partial (int Row, string Name) L { get; set; }
        }
        """);

    private const string AnyType =
        "Use a bool, number, char, string, enum, date, time, Guid or Rect, a struct, record or sealed class of these, or an array, List, ImmutableArray or Dictionary<string, T> of them.";

    [Theory]
    [InlineData("object?", "'Value' is 'object?', which can hold anything. " + AnyType)]
    [InlineData("nint", "'Value' is 'nint', which has no JSON form. " + AnyType)]
    [InlineData("int[,]", "'Value' is 'int[,]', which has more than one dimension. " + AnyType)]
    [InlineData("Half", "'Value' is 'Half', which hides its fields from the compiler. " + AnyType)]
    [InlineData("Uri?", "'Value' is 'Uri?', which has no JSON form. " + AnyType)]
    [InlineData("Pose", "'Value.Frame.Handle' is 'nint', which has no JSON form. Remove 'Handle' from 'Frame'.")]
    [InlineData("Pose?", "'Value.Frame.Handle' is 'nint', which has no JSON form. Remove 'Handle' from 'Frame'.")]
    [InlineData("Held?", "'Value.Frames[].Handle' is 'nint', which has no JSON form. Ignore 'Handle' with [JsonIgnore].")]
    [InlineData("Made?", "'Value.Handle' is 'nint', which has no JSON form. Remove 'Handle' from 'Made'.")]
    [InlineData("Open?", "'Value' is 'Open?', which is a class that is neither sealed nor a record. Make 'Open' sealed or a record.")]
    [InlineData("ImageBuffer?", "'Value' is 'ImageBuffer?', which is a picture. Keep pictures in fields of the algorithm, and in the session what was found in them.")]
    public async Task PV2001_a_type_that_cannot_be_stored(string type, string message)
    {
        var messages = await RuleTest.FindAsync(
            Struct($$"""public partial {|PV2001:{{type}}|} Value { get; set; }""")
            + "public struct Pose { public double X; public Frame Frame { get; set; } } public struct Frame { public int Id; public nint Handle; }"
            + "public record Held(List<Frame> Frames); public record Made(string Name, nint Handle); public class Open { public int X { get; set; } }");
        Assert.Equal(message, Assert.Single(messages));
    }

    [Theory]
    [InlineData("public sealed class Pose { private Pose() { } public int X { get; set; } }", "has no public constructor", "Make a constructor of 'Pose' public")]
    [InlineData(
        "public sealed class Pose { public Pose(int x) => X = x; public Pose(int x, int y) => X = x + y; public int X { get; } }",
        "has several constructors and none is marked [JsonConstructor]",
        "Mark one constructor of 'Pose' with [JsonConstructor]")]
    [InlineData(
        "public sealed class Pose { [JsonConstructor] public Pose() { } [JsonConstructor] public Pose(int x) => X = x; public int X { get; } }",
        "has two constructors marked [JsonConstructor]",
        "Keep [JsonConstructor] on one constructor of 'Pose'")]
    [InlineData(
        "public sealed class Pose { [JsonConstructor] private Pose(int x) => X = x; public int X { get; } }",
        "has a [JsonConstructor] that generated code cannot call",
        "Make that constructor of 'Pose' internal or public")]
    [InlineData(
        "public sealed class Pose { public Pose(int width) => X = width; public int X { get; } }",
        "has a constructor whose parameter 'width' is none of its members",
        "Give 'Pose' a property 'Width' of type 'int', or another constructor that is marked [JsonConstructor]")]
    [InlineData(
        "public sealed class Pose { public Pose(ref int x) => X = x; public int X { get; } }",
        "has a constructor whose parameter 'x' is passed by reference",
        "Pass 'x' by value")]
    [InlineData("public sealed class Pose { private int _x = 5; }", "has no member that JSON would show", "Make public properties of what 'Pose' keeps")]
    public async Task PV2001_a_type_that_cannot_be_made_again(string type, string cause, string cure)
    {
        const string Using = "using System.Text.Json.Serialization; ";
        var messages = await RuleTest.FindAsync(Using + Struct("public partial {|PV2001:Pose?|} Value { get; set; }") + type);
        Assert.Equal($"'Value' is 'Pose?', which {cause}. {cure}.", Assert.Single(messages));

        messages = await RuleTest.FindAsync(Using + "[{|PV2009:SessionValue|}] " + type);
        Assert.Equal($"'Pose' {cause}, so nothing can be generated for 'Pose'. {cure}.", Assert.Single(messages));
    }

    [Fact]
    public async Task PV2001_a_member_that_is_required_and_ignored()
    {
        var messages = await RuleTest.FindAsync(
            "using System.Text.Json.Serialization; " + Struct("public partial {|PV2001:Pose?|} Value { get; set; }")
            + "public sealed class Pose { [JsonIgnore] public required int X { get; set; } }");
        Assert.EndsWith(". Remove 'required' or [JsonIgnore] from 'X'.", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PV2001_a_type_that_generated_code_cannot_name()
    {
        var messages = await RuleTest.FindAsync(Struct("public partial {|PV2001:Outer.Pose?|} Value { get; set; }")
            + "public partial class Outer { protected internal sealed record Fine(int X); internal sealed record Pose(Inner Inner); private protected sealed record Inner(int X); }");
        Assert.EndsWith(". Make 'Inner' internal or public.", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PV2001_a_type_of_the_framework_in_a_list_of_records()
    {
        var messages = await RuleTest.FindAsync(
            Struct("public partial {|PV2001:List<Held>|} Value { get; set; }") + "public sealed class Held { public Uri? Link { get; set; } }");
        Assert.EndsWith(
            ". Ignore 'Link' with [JsonIgnore], or name a context that writes it: [SessionValue(Context = typeof(…))] on 'Held'.",
            Assert.Single(messages),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task PV2001_a_type_of_another_generator()
    {
        var messages = await RuleTest.FindAsync(
            new TestProject { OtherGenerators = { new ConstantGenerator() } }, Struct("public partial {|PV2001:Quality|} Value { get; set; }"));
        Assert.Equal(
            "'Value' is 'Quality', which is generated or made of something generated, and generators do not see each other's types. Write the type by hand.",
            Assert.Single(messages));
    }

    [Fact]
    public async Task PV2001_a_record_with_a_type_of_another_generator() => await RuleTest.FindAsync(
        new TestProject { OtherGenerators = { new ConstantGenerator() } },
        Struct("public partial {|PV2001:Graded?|} Value { get; set; }") + " public record Graded(Quality Quality);");

    [Fact]
    public async Task PV2009_a_marked_record_with_a_type_of_another_generator()
    {
        var messages = await RuleTest.FindAsync(
            new TestProject { OtherGenerators = { new ConstantGenerator() } },
            "[{|PV2009:SessionValue|}] public record Graded(Quality Quality); [SessionValue] public record Fine(int Count); [SessionValue] public enum Kind { A }");
        Assert.Equal(
            "A type in it is generated, and generators do not see each other's types, so nothing can be generated for 'Graded'. Write that type by hand.",
            Assert.Single(messages));
    }

    [Fact]
    public async Task PV2001_an_enum_of_our_own_generator() => await RuleTest.FindAsync(
        Struct("public partial {|PV2001:Demo.LocateMode|} Value { get; set; }")
        + "[Algorithm] public sealed partial class Demo { " + Demo.Locate + " }",
        Demo.WithParams("""{ "key": "mode", "type": "enum", "choices": ["a"], "default": "a" }"""));

    [Fact]
    public async Task PV2015_a_record_that_is_not_nullable()
    {
        var messages = await RuleTest.FindAsync(Struct("public partial {|PV2015:Template|} Value { get; set; }") + " public record Template(string Name);");
        Assert.Equal(
            "The property 'Value' is read as 'Template' also before a step has set it, and no 'Template' stands for that. Declare it as 'Template?'.",
            Assert.Single(messages));
    }

    [Fact]
    public async Task Without_nullable_annotations_a_record_is_null_before_it_is_set() => await RuleTest.FindAsync(
        new TestProject { Nullable = Microsoft.CodeAnalysis.NullableContextOptions.Disable },
        Struct("public partial Template Value { get; set; }") + " public record Template(string Name);");

    [Theory]
    [InlineData("[MaxBytes({|PV2013:0|})] public partial string Value { get; set; }", "it is not within 1 … 102400")]
    [InlineData("[MaxBytes({|PV2013:102401|})] public partial string? Value { get; set; }", "it is not within 1 … 102400")]
    [InlineData("[MaxBytes({|PV2013:8|})] public partial long Value { get; set; }", "'long' has a fixed size")]
    public async Task PV2013_a_capacity_that_cannot_be_used(string property, string cause) =>
        Assert.Contains(cause, Assert.Single(await RuleTest.FindAsync(Struct(property))), StringComparison.Ordinal);

    [Fact]
    public async Task PV2014_more_than_100_KB()
    {
        var messages = await RuleTest.FindAsync("""
            [Session] public readonly ref partial struct {|PV2014:TraySession|}
            {
                [MaxBytes(51200)] public partial string First { get; set; }
                [MaxBytes(51201)] public partial string Second { get; set; }
            }
            """);
        Assert.Contains("need 102401 bytes, and a session holds 102400", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[MaxBytes(102400)] public partial string First { get; set; } public partial Rect? Second { get; set; } public partial double[] Third { get; set; }")]
    [InlineData("public partial int Count { get; set; } private static int _slots => 0;")]
    public void A_session_that_is_refused_is_no_error_where_it_is_used(string properties)
    {
        var build = new TestProject()
            .Code($$"""
                using ProcVision;

                [Session] public readonly ref partial struct State { {{properties}} }

                [Algorithm(Session = typeof(State))]
                public sealed partial class Demo
                {
                    [Execute(1)]
                    ExecuteResult Locate(in LocateStep step)
                    {
                        step.Session.Set("count", step.Session.Get("count", 0) + step.Session.Get<int>("count"));
                        if (step.Session.TryGet<int>("count", out var count) && step.Session.Exists("count"))
                            step.Session.Delete("count");
                        _ = step.Session.Id + step.Session.Context.TraceId + count;
                        return ExecuteResult.Ok();
                    }
                }
                """)
            .Manifest(Demo.OneStep)
            .Build();
        Assert.Equal(["CS1591"], build.CompilerIds);
    }

    [Fact]
    public async Task PV1021_a_member_named_like_generated_code() =>
        await RuleTest.FindAsync(
            "[Session] public readonly ref partial struct {|PV1021:TraySession|} { public partial int Count { get; set; } public static int Over => 1; }");

    [Fact]
    public async Task PV1022_a_session_of_another_generator() => await RuleTest.FindAsync(
        new TestProject { OtherGenerators = { new ConstantGenerator() } },
        "[Algorithm(Session = typeof({|PV1022:ForeignSession|}))] public sealed partial class Demo { " + Demo.Locate + " }",
        Demo.OneStep);

    [Fact]
    public void A_property_named_like_a_keyed_method_takes_its_place() => new TestProject()
        .Code("using ProcVision; [Session] public readonly ref partial struct TraySession { public partial int Id { get; set; } public partial string Get { get; set; } }")
        .Build().IsClean();

    private static string Struct(string property) => $$"""[Session] public readonly ref partial struct TraySession { {{property}} }""";
}
