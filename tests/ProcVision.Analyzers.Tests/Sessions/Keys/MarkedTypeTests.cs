using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>PV2008 and PV2009: types marked [SessionValue].</summary>
public sealed class MarkedTypeTests
{
    private const string Imports = "using System.Text.Json.Serialization; ";

    [Fact]
    public async Task Good_types_and_contexts_are_fine() => await FindAsync("""
        [SessionValue] public sealed record Pose(double X, Frame? Frame);
        public sealed class Frame { public int Id { get; set; } [JsonIgnore] public nint Handle { get; set; } }
        [SessionValue] public enum Grade { Good, Bad }
        [SessionValue] public struct Corner { public double X; private int _index; public int Index => _index; }
        [SessionValue(Context = typeof(AppJson))] public class Template { public object? Anything { get; set; } }
        [JsonSerializable(typeof(int))]
        [JsonSerializable(typeof(Template))]
        internal sealed partial class AppJson : JsonSerializerContext;
        """);

    [Fact]
    public async Task A_member_without_a_form_is_reported_where_it_stands()
    {
        var messages = await FindAsync("[SessionValue] public sealed class Pose { public double X { get; set; } public nint {|PV2009:Handle|} { get; set; } }");
        Assert.Equal(
            "'Pose.Handle' is 'nint', which has no JSON form, so nothing can be generated for 'Pose'. "
            + "Ignore 'Handle' with [JsonIgnore].",
            Assert.Single(messages));
    }

    [Fact]
    public async Task A_member_of_another_type_is_reported_at_the_mark()
    {
        var messages = await FindAsync("[{|PV2009:SessionValue|}] public sealed record Pose(Frame Frame); public sealed class Frame { public nint Handle { get; set; } }");
        Assert.StartsWith("'Pose.Frame.Handle' is 'nint', which has no JSON form", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public abstract record Pose(int X);", "'Pose' is abstract")]
    [InlineData("public class Pose { public int X { get; set; } }", "'Pose' is a class that is neither sealed nor a record")]
    [InlineData("public sealed record Pose<T>(T X);", "'Pose<T>' is generic")]
    [InlineData("public sealed class Pose { private int _x = 5; }", "'Pose' has no member that JSON would show")]
    public async Task A_type_without_a_form_is_reported_at_the_mark(string type, string cause)
    {
        var messages = await FindAsync("[{|PV2009:SessionValue|}] " + type);
        Assert.StartsWith(cause + ", so nothing can be generated for 'Pose'. ", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public sealed class AppJson;", "it is no JsonSerializerContext")]
    [InlineData("[JsonSerializable(typeof(int))] public sealed partial class AppJson : JsonSerializerContext;", "it has no [JsonSerializable(typeof(Template))]")]
    [InlineData("[JsonSerializable(typeof(List<Template>))] public sealed partial class AppJson : JsonSerializerContext;", "it has no [JsonSerializable(typeof(Template))]")]
    [InlineData("[JsonSerializable(typeof(Template))] public abstract partial class AppJson : JsonSerializerContext;", "it is abstract")]
    [InlineData("[JsonSerializable(typeof(Template))] file sealed partial class AppJson : JsonSerializerContext;", "generated code cannot name it")]
    public async Task A_context_that_cannot_write_the_type(string context, string cause)
    {
        var messages = await FindAsync("[SessionValue(Context = typeof({|PV2008:AppJson|}))] public class Template { public object? Anything { get; set; } } " + context);
        Assert.StartsWith($"The context 'AppJson' cannot write 'Template', because {cause}. ", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_context() => await FindAsync("""
        public static partial class Outer
        {
            [SessionValue(Context = typeof({|PV2008:AppJson|}))] public class Template { public object? Anything { get; set; } }
            [JsonSerializable(typeof(Template))] private sealed partial class AppJson : JsonSerializerContext;
        }
        """);

    private static Task<IReadOnlyList<string>> FindAsync(string source) =>
        RuleTest.FindAsync(new TestProject { OtherGenerators = { JsonGenerator.Create() } }, Imports + source);
}
