using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>Sources around a few lines that use a session.</summary>
internal static class KeyedStep
{
    public const string Imports = "using System.Collections.Immutable; using System.Threading.Tasks; using System.Text.Json.Serialization; using System.Linq; ";

    /// <summary>An algorithm without a session struct, whose step <c>locate</c> has these lines.</summary>
    public static Task<IReadOnlyList<string>> FindAsync(string body, string types = "") => RuleTest.FindAsync(
        $$"""
        {{Imports}}
        [Algorithm(ExecuteOnly = true)] public sealed partial class Demo
        {
            [Execute(1)] ExecuteResult Locate(in LocateStep step)
            {
                {{body}}
                return ExecuteResult.Ok();
            }
        }
        {{types}}
        """,
        Demo.OneStep);

    /// <summary>An algorithm with the session struct <c>State</c>, whose step <c>locate</c> has these lines.</summary>
    public static Task<IReadOnlyList<string>> FindTypedAsync(string properties, string body, string types = "") => RuleTest.FindAsync(
        $$"""
        {{Imports}}
        [Session] public readonly ref partial struct State { {{properties}} }
        [Algorithm(Session = typeof(State))] public sealed partial class Demo
        {
            [Execute(1)] ExecuteResult Locate(in LocateStep step)
            {
                {{body}}
                return ExecuteResult.Ok();
            }
        }
        {{types}}
        """,
        Demo.OneStep);
}
