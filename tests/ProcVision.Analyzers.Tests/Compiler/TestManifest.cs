using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ProcVision.Analyzers.Compiler;

/// <summary>A manifest.json of a <see cref="TestProject"/>.</summary>
/// <param name="relativePath">Below the project.</param>
/// <param name="json">Its text.</param>
internal sealed class TestManifest(string relativePath, string json) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(json, Encoding.UTF8);

    public string RelativePath => relativePath;

    public override string Path => "/project/" + relativePath;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
