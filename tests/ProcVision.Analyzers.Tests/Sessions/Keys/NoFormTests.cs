namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>PV2001: what the keyed methods do not take.</summary>
public sealed class NoFormTests
{
    private const string Types = """
        [SessionValue] public sealed record Marked(int X);
        public sealed record Plain(int X);
        public sealed record Pose(double X, Frame Frame);
        public sealed class Frame { public int Id { get; set; } public nint Handle { get; set; } }
        public sealed record Box<T>(T Value);
        public enum Grade { Good, Bad }
        """;

    [Theory]
    [InlineData("5")]
    [InlineData("\"text\"")]
    [InlineData("(int?)null")]
    [InlineData("new Rect(0, 0, 1, 1)")]
    [InlineData("DateTimeOffset.UnixEpoch")]
    [InlineData("new[] { 1.5 }")]
    [InlineData("new List<string>()")]
    [InlineData("ImmutableArray<Guid>.Empty")]
    [InlineData("new Dictionary<string, Rect>()")]
    [InlineData("new Marked(1)")]
    [InlineData("new List<Marked>()")]
    [InlineData("new Dictionary<string, Marked>()")]
    public async Task A_type_that_is_built_in_or_marked_is_fine(string value) =>
        await KeyedStep.FindAsync($"""step.Session.Set("key", {value});""", Types);

    [Fact]
    public async Task A_type_without_the_mark()
    {
        var messages = await KeyedStep.FindAsync("""step.Session.Set("key", {|PV2001:new Plain(1)|});""", Types);
        Assert.Equal("'Plain' is not marked [SessionValue]. Mark 'Plain' with [SessionValue].", Assert.Single(messages));
    }

    [Fact]
    public async Task The_element_is_what_lacks_the_mark()
    {
        var messages = await KeyedStep.FindAsync("""step.Session.Set("key", {|PV2001:new List<Plain>()|});""", Types);
        Assert.Equal("'Plain' is not marked [SessionValue]. Mark 'Plain' with [SessionValue].", Assert.Single(messages));
    }

    [Fact]
    public async Task An_enum_needs_the_mark_too() =>
        await KeyedStep.FindAsync("""step.Session.Set("key", {|PV2001:Grade.Good|});""", Types);

    [Fact]
    public async Task The_way_to_the_member_that_has_no_form()
    {
        var messages = await KeyedStep.FindAsync("""step.Session.Set("key", {|PV2001:new Pose(1, new Frame())|});""", Types);
        Assert.Equal(
            "'Pose.Frame.Handle' is 'nint', which has no JSON form. Mark 'Pose' with [SessionValue] and ignore 'Handle' with [JsonIgnore].",
            Assert.Single(messages));
    }

    [Theory]
    [InlineData("public struct Handled { public nint Handle; public int X; }", "remove 'Handle' from 'Handled'")]
    [InlineData("public sealed class Handled { public nint Handle { get; set; } }", "ignore 'Handle' with [JsonIgnore]")]
    [InlineData("public sealed class Handled { public Uri? Link { get; set; } }", "ignore 'Link' with [JsonIgnore], or name a context that writes it")]
    [InlineData("public sealed class Handled { private Handled() { } public static Handled One => new(); }", "make a constructor of 'Handled' public")]
    public async Task A_type_without_the_mark_that_needs_more_than_the_mark(string type, string cure)
    {
        string value = type.Contains("One", StringComparison.Ordinal) ? "Handled.One" : "new Handled()";
        var messages = await KeyedStep.FindAsync($$"""step.Session.Set("key", {|PV2001:{{value}}|});""", type);
        Assert.EndsWith($". Mark 'Handled' with [SessionValue] and {cure}.", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(nint)5", "'nint' has no JSON form")]
    [InlineData("new object()", "'object' can hold anything")]
    [InlineData("new int[2, 2]", "'int[,]' has more than one dimension")]
    [InlineData("new { X = 1 }", "'<anonymous type: int X>' is not marked [SessionValue]")]
    [InlineData("new HashSet<int>()", "'HashSet<int>' is a collection other than T[], List<T>, ImmutableArray<T> and Dictionary<string, T>")]
    [InlineData("new Dictionary<int, int>()", "'Dictionary<int, int>' has keys that are not strings")]
    [InlineData("(Action)(() => { })", "'Action' has no JSON form")]
    [InlineData("new List<int[]>()", "'int[]' is nested in another collection or nullable")]
    public async Task A_type_that_nobody_can_mark(string value, string cause)
    {
        var messages = await KeyedStep.FindAsync($$"""step.Session.Set("key", {|PV2001:{{value}}|});""", Types);
        Assert.Equal($"{cause}. Store a built-in type, or a record of your own that is marked [SessionValue].", Assert.Single(messages));
    }

    [Fact]
    public async Task A_reading_shows_it_at_the_type_argument() => await KeyedStep.FindAsync(
        """
        step.Session.Set("key", {|PV2001:new Plain(1)|});
        var a = step.Session.Get<{|PV2001:Plain|}>("key");
        var b = step.Session.Get<{|PV2001:Plain|}>("key", new Plain(2));
        _ = step.Session.TryGet<{|PV2001:Plain|}>("key", out var c);
        _ = step.Session.TryGet("key", {|PV2001:out Plain? d|});
        """,
        Types);

    [Fact]
    public async Task The_keyed_methods_of_a_session_struct_are_the_same_door() => await KeyedStep.FindTypedAsync(
        "public partial int Count { get; set; }",
        """step.Session.Set("key", {|PV2001:new Plain(1)|}); step.Session.Count = 1;""",
        Types);

    [Fact]
    public async Task An_open_type_parameter()
    {
        var messages = await KeyedStep.FindAsync("", """
            public static class Store
            {
                public static void Keep<T>(Session session, T value) => session.Set("key", {|PV2001:value|});
            }
            """);
        Assert.Equal("'T' is an open type parameter. Store it where the type is known, or pass the value that is stored as one type.", Assert.Single(messages));
    }

    [Fact]
    public async Task A_generic_type_of_the_author()
    {
        var messages = await KeyedStep.FindAsync("""step.Session.Set("key", {|PV2001:new Box<int>(1)|});""", Types);
        Assert.Contains("Store a built-in type", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_of_the_session_as_a_delegate() =>
        await KeyedStep.FindAsync("""Action<string, Plain> keep = {|PV2001:step.Session.Set|};""", Types);

    [Fact]
    public async Task A_marked_type_with_a_mistake_is_reported_at_the_mark_alone() => await KeyedStep.FindAsync(
        """step.Session.Set("key", new Broken());""",
        "[SessionValue] public sealed class Broken { public nint {|PV2009:Handle|} { get; set; } }");

    [Fact]
    public async Task A_method_of_that_name_elsewhere_is_none_of_ours() => await KeyedStep.FindAsync(
        """new Other().Set("key", new Plain(1));""",
        Types + """public sealed class Other { public void Set<T>(string key, T value) { } }""");

    [Fact]
    public async Task An_authors_own_method_in_a_session_struct_is_none_of_ours() => await KeyedStep.FindTypedAsync(
        "public partial int Count { get; set; } public void Set<T>(string key, T value) { }",
        """step.Session.Set("key", new Plain(1)); step.Session.Count = 1;""",
        Types);
}
