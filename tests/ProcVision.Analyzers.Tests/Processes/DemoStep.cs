using System.Diagnostics.CodeAnalysis;
using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Processes;

/// <summary>Sources around a few lines of an algorithm.</summary>
internal static class DemoStep
{
    public const string Imports = """
        using System.Buffers; using System.Collections.Concurrent; using System.Diagnostics; using System.Globalization; using System.IO; using System.Linq;
        using System.Net.Http; using System.Runtime.CompilerServices; using System.Text.Json; using System.Text.Json.Serialization; using System.Threading; using System.Threading.Tasks;

        """;

    /// <summary>An algorithm whose step has these lines, beside other members and types.</summary>
    public static Task<IReadOnlyList<string>> FindAsync([StringSyntax("c#-test")] string lines, string members = "", string types = "") =>
        RuleTest.FindAsync(Source(lines, members, types), Demo.OneStep);

    /// <summary>The same in a project of another kind.</summary>
    public static Task<IReadOnlyList<string>> FindAsync(TestProject project, [StringSyntax("c#-test")] string lines, string members = "", string types = "") =>
        RuleTest.FindAsync(project, Source(lines, members, types), Demo.OneStep);

    private static string Source(string lines, string members, string types) =>
        $$"""
        {{Imports}}
        [Algorithm] public sealed partial class Demo
        {
            {{members}}
            [Execute(1)] ExecuteResult Locate(in LocateStep step)
            {
                {{lines}}
                return ExecuteResult.Ok();
            }
        }
        {{types}}
        """;
}
