using Microsoft.CodeAnalysis.CodeFixes;
using ProcVision.CodeFixes.Compiler;

namespace ProcVision.CodeFixes.Processes;

/// <summary>An algorithm with one step, before and after a fix.</summary>
internal static class DemoProcess
{
    private const string Manifest = """
        {
          "name": "demo",
          "version": "1.0.0",
          "description": "料盘检测",
          "entry_point": "main:Demo",
          "supported_pids": ["p001"],
          "steps": [{ "index": 1, "id": "locate", "name": "定位" }]
        }
        """;

    /// <summary>A line of the step becomes another one.</summary>
    public static Task BecomesAsync<TFix>(string before, string after)
        where TFix : CodeFixProvider, new() => RunAsync<TFix>(Stepping(before), Stepping(after));

    /// <summary>A member of the class becomes another one.</summary>
    public static Task MemberBecomesAsync<TFix>(string before, string after)
        where TFix : CodeFixProvider, new() => RunAsync<TFix>(Source(before, ""), Source(after, ""));

    /// <summary>No fix is offered in lines of the step.</summary>
    public static Task StaysAsync<TFix>(string lines)
        where TFix : CodeFixProvider, new() => BecomesAsync<TFix>(lines, lines);

    /// <summary>No fix is offered in a member of the class.</summary>
    public static Task MemberStaysAsync<TFix>(string member)
        where TFix : CodeFixProvider, new() => MemberBecomesAsync<TFix>(member, member);

    private static Task RunAsync<TFix>(string before, string after)
        where TFix : CodeFixProvider, new() => new FixTest<TFix>().File("Demo.cs", before, after).Manifest(Manifest).SeesGenerated().RunAsync();

    private static string Stepping(string lines) => Source("", lines);

    private static string Source(string member, string lines) => $$"""
        using System.Linq.Expressions;
        using System.Threading;
        using System.Threading.Tasks;
        using ProcVision;
        using static System.DateTime;

        [Algorithm]
        public sealed partial class Demo
        {
            {{member}}

            [Execute(1)]
            ExecuteResult Locate(in LocateStep step)
            {
                {{lines}}
                return ExecuteResult.Ok();
            }

            private sealed class Coded
            {
                public static implicit operator int(Coded coded) => 1;
            }
        }

        """;
}
