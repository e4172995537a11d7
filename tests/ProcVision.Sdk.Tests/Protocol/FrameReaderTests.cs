using ProcVision.Protocol;

namespace ProcVision.Sdk.Tests.Protocol;

public class FrameReaderTests
{
    [Fact]
    [Conformance(258)]
    public void Frames_arrive_whole_however_the_bytes_arrive()
    {
        var random = Seeded.Random(out var seed);
        for (var round = 0; round < 300; round++)
        {
            var bodies = Enumerable.Range(0, random.Next(1, 12)).Select(_ => Body(random, random.Next(10) == 0 ? 40_000 : 900)).ToArray();
            byte[] stream = [.. bodies.SelectMany(body => ScriptedSource.Frame(body))];
            var piece = random.Next(4) switch { 0 => 1, 1 => 3, 2 => 700, _ => int.MaxValue };
            using var reader = new FrameReader(new ScriptedSource(stream, () => piece == 700 ? random.Next(1, 1400) : piece));
            foreach (var body in bodies)
            {
                Assert.Equal(FrameEvent.Frame, reader.Next());
                Assert.True(reader.Body.SequenceEqual(body), $"seed {seed}");
            }

            Assert.Equal(FrameEvent.End, reader.Next());
            Assert.Equal(FrameEvent.End, reader.Next());
        }
    }

    [Fact]
    [Conformance(534)]
    public void A_length_of_zero_is_answered_and_the_next_frame_is_read()
    {
        using var reader = Over([.. ScriptedSource.Header(0), .. ScriptedSource.Frame("{}"u8)]);
        Assert.Equal(FrameEvent.Refused, reader.Next());
        Assert.Equal((1000, "帧长度为 0", true), (reader.Problem.Code, reader.Problem.Message, reader.Problem.RequestId.IsEmpty));
        Assert.Equal(FrameEvent.Frame, reader.Next());
        Assert.True(reader.Body.SequenceEqual("{}"u8));
        Assert.False(reader.Problem.Exists);
    }

    [Theory]
    [InlineData(5_000)]
    [InlineData(100_001)]
    [InlineData(int.MaxValue)]
    [Conformance("C26")]
    public void A_body_over_2_MiB_is_skipped_and_answered_without_being_kept(int piece)
    {
        foreach (var length in new[] { FrameLimits.Body + 1, 3 * FrameLimits.Body })
        {
            var source = new ScriptedSource([.. ScriptedSource.Frame(new byte[length]), .. ScriptedSource.Frame("{}"u8)], () => piece);
            using var reader = new FrameReader(source);
            Assert.Equal(FrameEvent.Refused, reader.Next());
            Assert.Equal($"帧过长: {length} 字节 > 2097152", reader.Problem.Message);
            Assert.InRange(source.LargestAsked, 1, 100_000);
            Assert.Equal(FrameEvent.Frame, reader.Next());
            Assert.True(reader.Body.SequenceEqual("{}"u8));
            Assert.Equal(FrameEvent.End, reader.Next());
        }
    }

    [Fact]
    public void A_body_of_2_MiB_is_read()
    {
        using var reader = Over(ScriptedSource.Frame(new byte[FrameLimits.Body]));
        Assert.Equal(FrameEvent.Frame, reader.Next());
        Assert.Equal(FrameLimits.Body, reader.Body.Length);
    }

    [Theory]
    [InlineData(FrameLimits.Skipped + 1u)]
    [InlineData(0x7FFFFFFFu)]
    [InlineData(0x80000000u)]
    [InlineData(0xFFFFFFFFu)]
    [InlineData(0x7B227479u)]
    [Conformance(536)]
    public void A_length_over_64_MiB_ends_the_conversation_at_once(uint length)
    {
        var source = new ScriptedSource([.. ScriptedSource.Header(length), .. "{\"type\":\"ping\"}"u8], () => int.MaxValue);
        using var reader = new FrameReader(source);
        Assert.Equal(FrameEvent.Broken, reader.Next());
        Assert.Equal($"帧长度不可信: {length} 字节 > 67108864，无法找到下一帧", reader.Reason);
        Assert.InRange(source.LargestAsked, 1, 100_000);
    }

    [Theory]
    [InlineData(1, "输入在帧头中结束: 只有 1 字节")]
    [InlineData(3, "输入在帧头中结束: 只有 3 字节")]
    [InlineData(4, "输入在帧中结束: 应有 15 字节，只有 0")]
    [InlineData(18, "输入在帧中结束: 应有 15 字节，只有 14")]
    public void An_end_inside_a_frame_is_told_with_what_was_missing(int length, string reason)
    {
        byte[] stream = [.. ScriptedSource.Frame("{}"u8), .. ScriptedSource.Frame("{\"type\":\"ping\"}"u8)[..length]];
        using var reader = Over(stream);
        Assert.Equal(FrameEvent.Frame, reader.Next());
        Assert.Equal(FrameEvent.Broken, reader.Next());
        Assert.Equal(reason, reader.Reason);
    }

    [Fact]
    public void An_end_inside_a_body_that_is_skipped_is_told_too()
    {
        using var reader = Over([.. ScriptedSource.Header(FrameLimits.Body + 10), .. new byte[50_000]]);
        Assert.Equal(FrameEvent.Broken, reader.Next());
        Assert.Equal("输入在帧中结束: 应有 2097162 字节，只有 50000", reader.Reason);
    }

    [Fact]
    public void A_held_body_stays_while_more_frames_are_read()
    {
        var random = Seeded.Random(out var seed);
        var bodies = Enumerable.Range(0, 200).Select(_ => Body(random, 30_000)).ToArray();
        using var reader = new FrameReader(new ScriptedSource([.. bodies.SelectMany(body => ScriptedSource.Frame(body))], () => random.Next(1, 60_000)));
        for (var i = 0; i < bodies.Length; i += 2)
        {
            Assert.Equal(FrameEvent.Frame, reader.Next());
            var body = reader.Body;
            var held = reader.Hold();
            Assert.Equal(FrameEvent.Frame, reader.Next());
            Assert.True(reader.Body.SequenceEqual(bodies[i + 1]), $"seed {seed}");
            Assert.True(body.SequenceEqual(bodies[i]), $"seed {seed}");
            reader.Return(held);
        }

        Assert.Equal(FrameEvent.End, reader.Next());
    }

    private static FrameReader Over(byte[] stream) => new(new ScriptedSource(stream, () => int.MaxValue));

    private static byte[] Body(Random random, int longest)
    {
        var body = new byte[random.Next(1, longest)];
        random.NextBytes(body);
        return body;
    }
}
