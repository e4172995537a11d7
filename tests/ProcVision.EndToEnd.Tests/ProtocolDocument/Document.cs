namespace ProcVision.EndToEnd.Tests.ProtocolDocument;

/// <summary>docs/protocol.md, cut into its fenced blocks.</summary>
internal static class Document
{
    internal static string Path { get; } = System.IO.Path.Combine(Repository.Root, "docs", "protocol.md");

    /// <summary>Every fenced block with its info string, in the order of the document.</summary>
    internal static IEnumerable<(string Info, string Text, int Line)> Fences()
    {
        string[] lines = File.ReadAllLines(Path);
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
                continue;

            int end = Array.IndexOf(lines, "```", i + 1);
            Assert.True(end > 0, $"The block that begins in line {i + 1} has no end.");
            yield return (lines[i][3..], string.Join('\n', lines[(i + 1)..end]), i + 1);
            i = end;
        }
    }

    /// <summary>The blocks that are sent or compared.</summary>
    internal static IEnumerable<DocumentBlock> Blocks() =>
        Fences().Select(static fence => DocumentBlock.Of(fence.Info, fence.Text, fence.Line)).OfType<DocumentBlock>();
}
