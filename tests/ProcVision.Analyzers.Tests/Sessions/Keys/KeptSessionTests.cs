using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>PV2017: a session in a field that outlives it.</summary>
public sealed class KeptSessionTests
{
    [Fact]
    [Conformance(25)]
    public async Task A_field_of_the_algorithm_or_a_static_one()
    {
        var messages = await RuleTest.FindAsync(
            """
            [Algorithm] public sealed partial class Demo
            {
                private Session? _session;
                private static Session? s_last;
                public Session? Last { get; set; }
                void OnStepStart(in StepStart start) => {|PV2017:_session = start.Session|};
                [Execute(1)] ExecuteResult Locate(in LocateStep step)
                {
                    var session = step.Session;
                    {|PV2017:s_last = session|};
                    {|PV2017:Last ??= step.Session|};
                    {|PV2017:Other.Kept = step.Session|};
                    return ExecuteResult.Ok();
                }
            }
            public static class Other { public static Session? Kept; }
            """,
            Demo.OneStep);
        Assert.Equal(
            "'_session' keeps the session of one detection for the next ones, which have their own. Pass the session as a parameter, and keep what outlives a detection in a field marked [KeptBetweenCalls].",
            messages[0]);
    }

    [Fact]
    public async Task Values_parameters_and_objects_of_one_step_may() => await RuleTest.FindAsync(
        """
        [Algorithm] public sealed partial class Demo
        {
            [KeptBetweenCalls] private string _id = "";
            [Execute(1)] ExecuteResult Locate(in LocateStep step)
            {
                _id = step.Session.Id;
                var finder = new Finder(step.Session);
                finder.Session = step.Session;
                return ExecuteResult.Ok();
            }
        }
        public sealed class Finder(Session session) { public Session Session { get; set; } = session; }
        public sealed class Tests { private static Session? s_own; public void Start() => s_own = new Session("a"); }
        """,
        Demo.OneStep);
}
