using ProcVision.Analyzers.Sources;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Prints the session of a step: a field, because an assignment through a property that returns a struct is CS1612.</summary>
internal static class SessionField
{
    /// <summary>How visible a step type can be that shows the session.</summary>
    public static string StepAccess(SessionReference? session) => session?.Reach == SessionReach.Nested ? "private" : "public";

    public static string Type(SessionReference? session) => session?.Type ?? Global.Session;

    /// <summary>The session of <c>call</c>.</summary>
    public static string From(SessionReference? session) => session is null ? "call.Session" : $"{session.Type}.Over(call.Session)";

    public static void Declare(SourceWriter writer, SessionReference? session)
    {
        writer.Line("/// <summary>The state of this detection.</summary>");
        writer.Line($"{(session?.Reach == SessionReach.Assembly ? "internal" : "public")} readonly {Type(session)} Session;");
    }
}
