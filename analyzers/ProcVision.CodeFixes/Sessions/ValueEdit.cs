using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;
using ProcVision.Analyzers;
using ProcVision.CodeFixes.Syntax;

namespace ProcVision.CodeFixes.Sessions;

/// <summary>One change that may make a type a session value.</summary>
internal sealed record ValueEdit
{
    /// <summary>The type that gets the mark; null for one that has it.</summary>
    public INamedTypeSymbol? Mark { get; init; }

    /// <summary>The class that gets <c>sealed</c>.</summary>
    public INamedTypeSymbol? Seal { get; init; }

    /// <summary>The member that gets <c>[JsonIgnore]</c>.</summary>
    public ISymbol? Ignore { get; init; }

    public string Title => (Mark, Change) switch
    {
        ({ } type, null) => $"Mark '{type.Name}' with [SessionValue]",
        ({ } type, { } change) => $"Mark '{type.Name}' with [SessionValue] and {change}",
        (null, { } change) => char.ToUpperInvariant(change[0]) + change.Substring(1),
        _ => "",
    };

    /// <summary>The same for every finding that is fixed in the same way.</summary>
    public string Key => $"{(Mark is null ? "" : "Mark")}{(Seal is null ? "" : "Seal")}{(Ignore is null ? "" : "Ignore")}";

    private string? Change =>
        Seal is not null ? $"make '{Seal.Name}' sealed"
        : Ignore is not null ? $"ignore '{Ignore.Name}' with [JsonIgnore]"
        : null;

    public async Task<Solution> ApplyAsync(Solution solution, Compilation compilation, CancellationToken cancellation)
    {
        var editor = new SolutionEditor(solution);
        if (Ignore is not null && compilation.GetTypeByMetadataName("System.Text.Json.Serialization.JsonIgnoreAttribute") is { } ignore)
            await AddAsync(editor, Ignore, ignore, cancellation).ConfigureAwait(false);
        if (Mark is not null && compilation.GetTypeByMetadataName(SdkNames.SessionValueAttribute) is { } mark)
            await AddAsync(editor, Mark, mark, cancellation).ConfigureAwait(false);
        if (Seal is not null && await Declared.InAsync(editor, Seal, cancellation).ConfigureAwait(false) is var (declaration, document))
            document.ReplaceNode(declaration, (node, generator) => generator.WithModifiers(node, generator.GetModifiers(node).WithIsSealed(true)));
        return editor.GetChangedSolution();
    }

    private static async Task AddAsync(SolutionEditor editor, ISymbol symbol, INamedTypeSymbol attribute, CancellationToken cancellation)
    {
        if (await Declared.InAsync(editor, symbol, cancellation).ConfigureAwait(false) is var (declaration, document))
            AttributeEdit.Add(document, declaration, attribute);
    }
}
