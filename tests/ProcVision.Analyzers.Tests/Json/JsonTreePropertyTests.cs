using System.Text.Json;
using CsCheck;

namespace ProcVision.Json;

/// <summary>What holds for every text. A failing run prints its seed.</summary>
public sealed class JsonTreePropertyTests
{
    [Fact]
    public void A_valid_document_is_accepted_with_the_values_that_System_Text_Json_reads() =>
        JsonTexts.Valid.Sample(AssertLikeSystemTextJson, iter: 10_000);

    [Fact]
    public void A_changed_document_is_accepted_or_refused_as_System_Text_Json_does()
    {
        int accepted = 0;
        int refused = 0;
        JsonTexts.Mutated.Sample(
            text =>
            {
                AssertLikeSystemTextJson(text);
                _ = JsonTree.Parse(text).IsValid ? Interlocked.Increment(ref accepted) : Interlocked.Increment(ref refused);
            },
            iter: 20_000);

        // Both kinds must have been there, or the test has proved half of it.
        Assert.True(accepted > 1000, $"only {accepted} documents were accepted");
        Assert.True(refused > 1000, $"only {refused} documents were refused");
    }

    [Fact]
    public void Every_span_lies_inside_the_text_and_inside_its_parent() =>
        JsonTexts.Mutated.Sample(
            static text =>
            {
                var tree = JsonTree.Parse(text);
                AssertNested(tree.Root, new(0, text.Length));
                Assert.All(tree.Problems, p => Assert.True(new JsonSpan(0, text.Length).Contains(p.Span) && p.Span.Length >= 0));
                Assert.Equal(tree.Problems.OrderBy(p => p.Span.Start).Select(p => p.Span), tree.Problems.Select(p => p.Span));
            },
            iter: 20_000);

    [Fact]
    public void The_span_of_a_value_holds_exactly_that_value() =>
        JsonTexts.Valid.Sample(
            static text =>
            {
                var pending = new Stack<JsonNode>([JsonTree.Parse(text).Root]);
                while (pending.TryPop(out var node))
                {
                    using var alone = JsonDocument.Parse(text.Substring(node.Span.Start, node.Span.Length));
                    Assert.Equal(node.Span.Length, alone.RootElement.GetRawText().Length);
                    SystemTextJsonComparison.AssertSame(alone.RootElement, node);
                    foreach (var child in ChildrenOf(node))
                        pending.Push(child);
                }
            },
            iter: 2_000);

    [Fact]
    public void Every_beginning_of_a_document_is_read_without_a_fault() =>
        JsonTexts.Valid.Sample(
            static text =>
            {
                for (int length = 0; length < text.Length; length++)
                {
                    var tree = JsonTree.Parse(text[..length]);
                    AssertNested(tree.Root, new(0, length));
                }
            },
            iter: 1_000);

    private static void AssertLikeSystemTextJson(string text)
    {
        using var expected = SystemTextJsonComparison.Read(text);
        var tree = JsonTree.Parse(text);
        Assert.True((expected is not null) == tree.IsValid, $"System.Text.Json {(expected is null ? "refuses" : "accepts")} {text}");
        if (expected is not null)
            SystemTextJsonComparison.AssertSame(expected.RootElement, tree.Root);
    }

    private static void AssertNested(JsonNode node, JsonSpan parent)
    {
        Assert.True(node.Span.Length >= 0 && parent.Contains(node.Span), $"{node.Kind} {node.Span} is outside {parent}");
        int behind = node.Span.Start;
        foreach (var child in ChildrenOf(node))
        {
            Assert.True(child.Span.Start >= behind, $"{child.Kind} {child.Span} overlaps what comes before it");
            behind = child.Span.End;
            AssertNested(child, node.Span);
        }
    }

    private static IEnumerable<JsonNode> ChildrenOf(JsonNode node) => node switch
    {
        JsonArrayNode array => array.Items,
        JsonObjectNode owner => owner.Members.SelectMany(m => new[] { m.Name, m.Value }),
        _ => [],
    };
}
