using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>PV2002: a key of two types.</summary>
public sealed class KeyTypeTests
{
    [Fact]
    public async Task A_key_is_read_as_another_type_than_it_is_written()
    {
        var messages = await KeyedStep.FindAsync("""
            step.Session.Set("count", 5);
            var a = step.Session.Get<{|PV2002:long|}>("count");
            var b = step.Session.Get<int>("count");
            var c = step.Session.Get("count", {|PV2002:5.0|});
            """);
        Assert.Equal(2, messages.Count);
        Assert.Equal("The key 'count' is 'long' here, but 'int' in 'Locate' (Marked.cs, line 6). Use one type for a key, or two keys.", messages[0]);
    }

    [Fact]
    public async Task Writing_counts_before_reading() => await KeyedStep.FindAsync("""
        var a = step.Session.Get<{|PV2002:int|}>("count");
        step.Session.Set("count", "five");
        """);

    [Fact]
    public async Task The_typed_property_counts_before_any_call()
    {
        var messages = await KeyedStep.FindTypedAsync(
            "public partial Rect? Tray { get; set; }",
            """
            step.Session.Set("Tray", {|PV2002:5|});
            step.Session.Set("Tray", new Rect(0, 0, 1, 1));
            var tray = step.Session.Tray;
            """);
        Assert.Equal("The key 'Tray' is 'int' here, but 'Rect?' in the property 'State.Tray'. Use one type for a key, or two keys.", Assert.Single(messages));
    }

    [Fact]
    public async Task A_hook_sees_the_same_keys_through_the_session_of_the_Sdk() => await RuleTest.FindAsync(
        $$"""
        [Session] public readonly ref partial struct State { public partial int Count { get; set; } }
        [Algorithm(Session = typeof(State))] public sealed partial class Demo
        {
            void OnStepStart(in StepStart start) => start.Session.Set("Count", {|PV2002:"none"|});
            {{Demo.Locate}}
        }
        """,
        Demo.OneStep);

    [Theory]
    [InlineData("int?")]
    [InlineData("Int32")]
    public async Task A_nullable_is_stored_like_its_value(string type) => await KeyedStep.FindAsync($$"""
        step.Session.Set("count", 5);
        var count = step.Session.Get<{{type}}>("count");
        """);

    [Fact]
    public async Task Names_of_tuple_elements_and_annotations_make_no_other_type() => await KeyedStep.FindAsync("""
        step.Session.Set<string?>("text", null);
        var text = step.Session.Get<string>("text");
        """);

    [Fact]
    public async Task A_helper_belongs_to_the_only_algorithm() => await KeyedStep.FindAsync(
        """step.Session.Set("count", 5); Counting.Count(step.Session);""",
        """public static class Counting { public static void Count(Session session) => session.Get<{|PV2002:long|}>("count"); }""");

    [Fact]
    public async Task Two_algorithms_have_two_sessions() => await RuleTest.FindAsync(
        $$"""
        [Algorithm] public sealed partial class Demo
        {
            [Execute(1)] ExecuteResult Locate(in LocateStep step) { step.Session.Set("count", 5); return ExecuteResult.Ok(); }
        }
        [Algorithm] public sealed partial class Other
        {
            [Execute(1)] ExecuteResult Locate(in LocateStep step) { step.Session.Set("count", "five"); return ExecuteResult.Ok(); }
        }
        public static class Shared { public static void Keep(Session session) => session.Set("count", 5.0); }
        """,
        Demo.OneStep,
        Demo.OneStep.Replace("main:Demo", "main:Other", StringComparison.Ordinal));

    [Fact]
    public async Task Tests_of_a_project_without_an_algorithm_have_a_session_each() => await RuleTest.FindAsync("""
        public sealed class Tests
        {
            public void One() { var session = new Session("a"); session.Set("count", 5); }
            public void Two() { var session = new Session("b"); session.Set("count", "five"); }
            public void Three() { var a = new Session("a"); var b = new Session("b"); a.Set("count", 5); b.Set("count", "five"); }
            public void Four() { var session = new Session("a"); session.Set("count", 5); session.Set("count", {|PV2002:"five"|}); }
        }
        """);
}
