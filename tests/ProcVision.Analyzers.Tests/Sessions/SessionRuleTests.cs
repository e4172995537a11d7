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

    [Theory]
    [InlineData("int[]", "'Value' is 'int[]'")]
    [InlineData("object?", "'Value' is 'object?'")]
    [InlineData("nint", "'Value' is 'nint'")]
    [InlineData("List<int>", "'Value' is 'List<int>'")]
    [InlineData("Pose", "'Value.Frame.Handle' is 'nint'")]
    [InlineData("Pose?", "'Value.Frame.Handle' is 'nint'")]
    [InlineData("(int, string)", "'Value.Item2' is 'string'")]
    [InlineData("Half", "'Value' is 'Half'")]
    public async Task PV2012_a_type_without_a_fixed_size(string type, string cause)
    {
        var messages = await RuleTest.FindAsync(
            Struct($$"""public partial {|PV2012:{{type}}|} Value { get; set; }""")
            + "public struct Pose { public double X; public Frame Frame { get; set; } } public struct Frame { public int Id; public nint Handle; }");
        Assert.Equal(
            $"The property 'Value' cannot be kept in the session, because {cause}, which has no fixed size. Use a bool, number, char, string, enum, date, time, Guid, Rect, a struct of these, or a nullable one.",
            Assert.Single(messages));
    }

    [Fact]
    public async Task PV2012_a_type_of_another_generator()
    {
        var messages = await RuleTest.FindAsync(
            new TestProject { OtherGenerators = { new ConstantGenerator() } }, Struct("public partial {|PV2012:Quality|} Value { get; set; }"));
        Assert.Contains("'Quality' is generated, and generators do not see each other's types", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PV2012_an_enum_of_our_own_generator() => await RuleTest.FindAsync(
        Struct("public partial {|PV2012:Demo.LocateMode|} Value { get; set; }")
        + "[Algorithm] public sealed partial class Demo { " + Demo.Locate + " }",
        Demo.WithParams("""{ "key": "mode", "type": "enum", "choices": ["a"], "default": "a" }"""));

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
