using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProcVision.EndToEnd.Tests.ProtocolDocument;

/// <summary>docs/protocol.md is not about the protocol, it is the protocol: what it shows is said to the published sample, and what that answers is what it shows.</summary>
[Collection(PublishedExample.Sources)]
public sealed class ProtocolDocumentTests(PublishedExample example)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The transcripts, each marked with the facts it shows.</summary>
    public static IEnumerable<TheoryDataRow<string>> Transcripts =>
        from transcript in Document.Blocks().Select(static block => block.Transcript).Distinct()
        select new TheoryDataRow<string>(transcript) { Traits = { [ConformanceAttribute.Trait] = [.. Facts(transcript)] } };

    [Theory]
    [MemberData(nameof(Transcripts))]
    public void A_transcript_is_word_for_word_what_the_published_sample_answers(string transcript)
    {
        using var stage = new Stage(example.Executable, transcript);
        DocumentBlock[] blocks = [.. Document.Blocks().Where(block => block.Transcript == transcript).Select(stage.Set)];
        var station = stage.Station;
        if (blocks[0].IsFromHost)
            station.Handshake();

        var unsent = new MemoryStream();
        foreach (var block in blocks)
        {
            if (block.IsFromHost)
            {
                unsent.Write(block.Bytes());
                continue;
            }

            station.SendBytes(unsent.ToArray());
            unsent.SetLength(0);
            var received = station.Receive();
            Assert.True(block.IsShownBy(received), $"docs/protocol.md line {block.Line} is not what came:\n{received.ToJsonString(Readable)}\n{station.Log}");
        }

        Assert.Equal(0, unsent.Length);
        station.CloseInput();
        Assert.True(station.IsAtEnd(), "More was sent than the document shows.");
        Assert.Equal(transcript switch { "start" => 1, "broken" => 2, _ => 0 }, station.End());
    }

    [Fact]
    public void Every_JSON_of_the_document_is_a_strict_frame_of_a_transcript()
    {
        var blocks = Document.Blocks().Where(static block => block.Language == "json").ToArray();

        Assert.NotEmpty(blocks);
        Assert.Equal(
            Document.Fences().Where(static fence => fence.Info.StartsWith("json", StringComparison.OrdinalIgnoreCase)).Select(static fence => fence.Line),
            blocks.Select(static block => block.Line));
        Assert.All(blocks, static block => Assert.True(block.Json() is JsonObject || block.IsFromHost, $"line {block.Line}"));
    }

    [Fact]
    public void Every_transcript_has_an_answer() => Assert.All(
        Document.Blocks().GroupBy(static block => block.Transcript),
        static transcript => Assert.False(transcript.Last().IsFromHost, $"{transcript.Key}: nothing is compared after line {transcript.Last().Line}"));

    private static string[] Facts(string transcript) => transcript switch
    {
        "bytes" => ["258", "271", "283", "285"],
        "start" => ["282", "301", "532"],
        "full" => ["264", "272", "273", "274", "284", "292", "293", "295", "297", "306", "307", "514", "519", "522", "523", "546", "C19", "C23", "C42", "C45"],
        "ng" => ["523", "C22"],
        "phases" => ["294", "296"],
        "forms" => ["265", "266", "300", "521", "C41"],
        "errors" => ["267", "268", "269", "270", "279", "301", "534", "535", "537", "538", "C26"],
        "broken" => ["536", "C26"],
        "refused" => ["241", "302", "C21", "C24", "C30"],
        "busy" => ["288", "303", "539", "C44"],
        "stop" => ["263", "C41"],
        "ending" => ["304", "307"],
        "execute-only" => ["275", "298", "299", "520", "C6", "C45"],
        "deadline" or "values" => ["C42"],
        "region" => ["C1", "C42"],
        _ => throw new ArgumentException($"Say which facts the transcript '{transcript}' shows."),
    };
}
