using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using ProcVision.Analyzers.Compiler;
using ProcVision.Analyzers.Rules;

namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>docs/session-values.md says what the classifier answers, row by row.</summary>
public sealed class SessionValuesPageTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Text.Json.Serialization;
        using ProcVision;

        """;

    private static readonly string[] Page = File.ReadAllLines(Path.Combine(Catalogue.Root, "docs", "session-values.md"));

    public static TheoryData<string, string, string> Stored => Rows("## What is stored");

    public static TheoryData<string, string, string> Refused => Rows("## What is refused");

    [Theory]
    [MemberData(nameof(Stored))]
    public void A_type_is_stored_as_the_page_says(string type, string declared, string stored)
    {
        var verdict = Classify(type, declared);
        Assert.Null(verdict.Problem?.Cause);
        var model = verdict.Model!;
        Assert.Equal(stored, model.Form switch
        {
            ValueForm.Value => "bytes",
            ValueForm.Text => "text",
            _ when model.Codec!.Kind != CodecKind.Json => "bytes of its elements",
            _ when model.Forms.OfType<JsonContext>().Any(f => f.Name == model.Codec.Name) => "JSON by its context",
            _ => "JSON",
        });
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_type_is_refused_in_the_words_of_the_page(string type, string declared, string cause) =>
        Assert.Equal(cause, Classify(type, declared).Problem?.Cause);

    /// <summary>All in one project, which the compiler takes without a warning, with nullable annotations on.</summary>
    [Fact]
    public void Everything_that_is_stored_compiles_as_a_typed_property()
    {
        var source = new StringBuilder("#pragma warning disable CS0649 // the page declares fields that nothing sets\n" + Usings);
        int row = 0;
        foreach (var (type, declared, _) in Stored.Select(r => r.Data).Where(r => r.Item3 != "JSON by its context"))
        {
            row++;
            _ = source.AppendLine(CultureInfo.InvariantCulture, $$"""
                namespace Row{{row}}
                {
                    {{Declarations(declared)}}
                    [Session] internal readonly ref partial struct State { public partial {{type}} Value { get; set; } }
                }
                """);
        }

        Assert.True(row > 40, $"only {row} rows");
        _ = new TestProject().Code(source.ToString()).Build().IsClean();
    }

    private static ValueVerdict Classify(string type, string declared)
    {
        string member = declared.Contains("Holder<T>", StringComparison.Ordinal) ? "" : $"unsafe class Holder : {(declared.Contains("class Outer", StringComparison.Ordinal) ? "Outer" : "object")} {{ {type} Value; }}";
        var compilation = new TestProject().Code($"{Usings}\n{Declarations(declared)}\n{member}").Compile();
        var field = (IFieldSymbol)compilation.GetSymbolsWithName("Value", SymbolFilter.Member, TestContext.Current.CancellationToken)
            .Single(s => s.ContainingType.Name == "Holder" && s is IFieldSymbol);
        Assert.NotEqual(TypeKind.Error, field.Type.TypeKind);
        return SessionValueClassifier.Classify(field.Type, "Value", compilation.Assembly);
    }

    /// <summary>The page leaves out what ends a declaration without a body.</summary>
    private static string Declarations(string declared) =>
        declared.Length == 0 || declared.EndsWith('}') ? declared : declared + (declared.EndsWith(')') || !declared.Contains("class", StringComparison.Ordinal) ? ";" : " { }");

    private static TheoryData<string, string, string> Rows(string heading)
    {
        var rows = new TheoryData<string, string, string>();
        foreach (string line in Page.SkipWhile(l => l != heading).Skip(1).TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal)).Where(l => l.StartsWith("| `", StringComparison.Ordinal)))
        {
            string[] cells = [.. line.Trim('|', ' ').Split(" |").Select(c => c.Trim('|', ' '))];
            rows.Add(cells[0].Trim('`'), cells[1].Trim('`'), cells[2]);
        }

        return rows;
    }
}
