using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>PV2020: what steps write and nobody reads.</summary>
public sealed class UnreadKeyTests
{
    private static TwoSteps Program => new() { Output = OutputKind.ConsoleApplication };

    [Fact]
    public async Task A_property_and_a_key()
    {
        var messages = await (Program with
        {
            Locate = """step.Session.{|PV2020:Light|} = 5; step.Session.Set({|PV2020:"light"|}, 5);""",
            Inspect = """step.Session.Light = 6; step.Session.Set("light", 6);""",
        }).FindAsync();
        Assert.Equal(
            [
                "The property 'Light' is written here, but nothing in 'Demo' ever reads it. Remove it, or keep it where only the archive of a detection is to show it.",
                "The key 'light' is written here, but nothing in 'Demo' ever reads it. Remove it, or keep it where only the archive of a detection is to show it.",
            ],
            messages);
    }

    [Theory]
    [InlineData("step.Session.{|PV2020:Count|}++;")]
    [InlineData("step.Session.{|PV2020:Count|} += 5;")]
    [InlineData("step.Session.{|PV2020:Tray|} ??= new Rect(0, 0, 1, 1);")]
    [InlineData("(step.Session.{|PV2020:Light|}, var rest) = (1, 2);")]
    [InlineData("step.Session.Set({|PV2020:nameof(State.Light)|}, 5.0);")]
    [InlineData("step.Session.Set({|PV2020:\"key\"|}, 5); step.Session.Delete(\"key\");")]
    public async Task Every_way_of_writing_it(string write) => await (Program with { Locate = write }).FindAsync();

    [Theory]
    [InlineData("Use(step.Session.Count);")]
    [InlineData("Use(step.Session.Count++);")]
    [InlineData("if (step.Session.Exists(\"Count\")) Use(1);")]
    [InlineData("if (step.Session.Delete(\"Count\")) Use(1);")]
    [InlineData("Use(step.Session.Get(\"Count\", 0));")]
    [InlineData("if (step.Session is { Count: > 3 }) Use(1);")]
    [InlineData("Use(step.Session.Get<int>({|PV2004:\"C\" + \"ount\".Trim()|}));")]
    [InlineData("Func<string, int> read = step.Session.Get<int>; Use(read(\"Count\"));")]
    [InlineData("Show(step.Session);")]
    [InlineData("GC.KeepAlive(new Session(\"x\"));")]
    public async Task Whoever_may_read_it_silences_the_rule(string read) => await (Program with
    {
        Locate = "step.Session.Count = 5;",
        Inspect = read,
        Members = "static void Show(State state) => Console.Error.WriteLine(state.Count);",
    }).FindAsync();

    [Theory]
    [Conformance(34)]
    [InlineData("void OnStepStart(in StepStart start) => start.Session.Set(\"start\", 5L);")]
    [InlineData("static void Keep(Session session) => session.Set(\"seen\", true);")]
    public async Task What_a_hook_or_a_helper_writes_is_meant_for_others(string member) => await (Program with { Members = member }).FindAsync();

    [Fact]
    public async Task What_a_library_writes_its_host_may_read() =>
        await new TwoSteps { Locate = """step.Session.Count = 5; step.Session.Set("count", 5);""" }.FindAsync();
}
