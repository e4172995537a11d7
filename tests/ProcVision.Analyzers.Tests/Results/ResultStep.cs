using System.Diagnostics.CodeAnalysis;
using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Results;

/// <summary>Sources around a few lines that make a result.</summary>
internal static class ResultStep
{
    /// <summary>What the rectangles and texts of the tests are made of.</summary>
    private const string Members =
        "private readonly Rect _box = new(1, 2, 3, 4); private string Text { get; set; } = \"\"; private bool Flag { get; set; } [KeptBetweenCalls] private int Count { get; set; } private static JsonTypeInfo<T> Json<T>() => null!;";

    private const string Imports = "using System.IO; using System.Linq; using System.Text.Json.Serialization.Metadata; using System.Threading.Tasks; using System.Security.Cryptography; ";

    /// <summary>An algorithm whose execute method has these statements; the last must not return.</summary>
    public static Task<IReadOnlyList<string>> FindAsync([StringSyntax("c#-test")] string body, [StringSyntax("c#-test")] string members = "", [StringSyntax("c#-test")] string types = "") =>
        FindMethodAsync($"[Execute(1)] ExecuteResult Locate(in LocateStep step) {{ {body} return ExecuteResult.Ok(); }} {members}", types);

    /// <summary>An algorithm whose execute method returns this.</summary>
    public static Task<IReadOnlyList<string>> FindReturnAsync([StringSyntax("c#-test")] string result, [StringSyntax("c#-test")] string members = "", [StringSyntax("c#-test")] string types = "") =>
        FindMethodAsync($"[Execute(1)] ExecuteResult Locate(in LocateStep step) => {result}; {members}", types);

    /// <summary>An algorithm whose pre method returns this.</summary>
    public static Task<IReadOnlyList<string>> FindPreAsync([StringSyntax("c#-test")] string result, [StringSyntax("c#-test")] string members = "") =>
        FindMethodAsync($"{Demo.Locate} [PreExecute(1)] PreResult Check(in LocateStep step) => {result}; {members}");

    /// <summary>An algorithm with these members.</summary>
    public static Task<IReadOnlyList<string>> FindMethodAsync([StringSyntax("c#-test")] string members, [StringSyntax("c#-test")] string types = "") =>
        RuleTest.FindAsync($"{Imports}\n[Algorithm] public sealed partial class Demo {{ {Members} {members} }} {types}", Demo.OneStep);
}
