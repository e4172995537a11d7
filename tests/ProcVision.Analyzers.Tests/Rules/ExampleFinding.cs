using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ProcVision.Analyzers.Rules;

/// <summary>What the compiler says about a place of an example.</summary>
/// <param name="File">The file's path below the rule's folder.</param>
/// <param name="Lines">The place, counted from 0.</param>
/// <param name="Line">The line of the text it begins in.</param>
/// <param name="Severity">By default; <c>samples/Mistakes/.globalconfig</c> raises what only informs.</param>
/// <param name="Id">The rule.</param>
/// <param name="Message">With paths below the rule's folder.</param>
internal sealed record ExampleFinding(string File, LinePositionSpan Lines, string Line, DiagnosticSeverity Severity, string Id, string Message)
{
    public static ExampleFinding Of(Diagnostic finding, RuleExample example, IReadOnlyDictionary<string, SourceText> files)
    {
        var place = finding.Location.GetLineSpan();
        var text = finding.Location.SourceTree?.GetText() ?? (files.TryGetValue(place.Path ?? "", out var file) ? file : null);
        return new(
            example.Shorten(place.Path ?? ""),
            place.Span,
            text?.Lines[place.Span.Start.Line].ToString() ?? "",
            finding.Severity,
            finding.Id,
            example.Shorten(finding.GetMessage(CultureInfo.InvariantCulture)));
    }

    /// <summary>The marked text, as far as it is in the first line.</summary>
    public string Marked => Line[Lines.Start.Character..EndInLine] + (Lines.End.Line > Lines.Start.Line ? "…" : "");

    public int EndInLine => Lines.End.Line > Lines.Start.Line ? Line.Length : Lines.End.Character;

    /// <summary>Its line of <c>expected.txt</c>.</summary>
    public override string ToString() =>
        $"{File}({Lines.Start.Line + 1},{Lines.Start.Character + 1})-({Lines.End.Line + 1},{Lines.End.Character + 1}) «{Marked}» {Said}";

    /// <summary>Severity, id and message.</summary>
    public string Said => $"{SeverityName} {Id}: {Message}";

    private string SeverityName => Severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "info",
    };
}
