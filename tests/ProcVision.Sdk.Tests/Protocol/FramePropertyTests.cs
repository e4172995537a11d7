using System.Text;
using CsCheck;
using ProcVision.Fuzz.Frames;
using ProcVision.Protocol;

namespace ProcVision.Sdk.Tests.Protocol;

/// <summary>Properties of reading, held against System.Text.Json; one that fails is shown with its seed and the smallest frame that was found.</summary>
public class FramePropertyTests
{
    private static readonly Gen<string> Damaged = Gen.Select(
        FrameGrammar.Frame, FrameGrammar.Frame, Gen.Int, static (frame, other, seed) => Encoding.Latin1.GetString(
            new FrameMutation(new Random(seed)).Of(Encoding.UTF8.GetBytes(frame), Encoding.UTF8.GetBytes(other))));

    [Fact]
    [Conformance(260, 262, 265, 266, 292, 293, 294, 298)]
    public void A_frame_is_accepted_refused_and_read_as_System_Text_Json_reads_it() =>
        FrameGrammar.Frame.Sample(frame => Agrees(Encoding.UTF8.GetBytes(frame)), Seeded.WriteLine, iter: 5_000);

    [Fact]
    [Conformance(534, 535, "C26")]
    public void A_damaged_frame_is_accepted_refused_and_read_as_System_Text_Json_reads_it() =>
        Damaged.Sample(frame => Agrees(Encoding.Latin1.GetBytes(frame)), Seeded.WriteLine, iter: 10_000);

    [Fact]
    [Conformance(258)]
    public void The_same_bytes_are_the_same_frames_in_whatever_pieces_they_come() =>
        Gen.Select(FrameGrammar.Frame.Array[1, 6], Gen.Int[0, 8000].Array[1, 12], Gen.Int[-3, 3], (frames, pieces, lie) =>
            (Frames: frames, Pieces: pieces, Lie: lie)).Sample(
            stream =>
            {
                byte[] bytes = [.. stream.Frames.SelectMany(frame => ScriptedSource.Frame(Encoding.UTF8.GetBytes(frame)))];
                // The last byte of the first length: what follows is cut elsewhere, or not at all.
                bytes[3] = (byte)(bytes[3] + stream.Lie);
                var at = 0;
                Assert.Equal(Cut(bytes, () => int.MaxValue), Cut(bytes, () => stream.Pieces[at++ % stream.Pieces.Length]));
            },
            Seeded.WriteLine,
            iter: 2_000);

    private static void Agrees(byte[] body)
    {
        using var check = new ParserCheck();
        Assert.Null(check.Of(body));
    }

    private static List<string> Cut(byte[] bytes, Func<int> piece)
    {
        var events = new List<string>();
        using var reader = new FrameReader(new ScriptedSource(bytes, piece));
        FrameEvent frame;
        do
        {
            frame = reader.Next();
            events.Add($"{frame} {Convert.ToHexString(reader.Body)} {reader.Problem.Message} {(frame == FrameEvent.Broken ? reader.Reason : "")}");
        }
        while (frame is FrameEvent.Frame or FrameEvent.Refused);

        return events;
    }
}
