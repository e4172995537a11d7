using ProcVision.CompilerServices;
using ProcVision.Sdk.Tests.Sessions.Codecs.Values;

namespace ProcVision.Sdk.Tests.Sessions.Codecs;

public class SessionCodecAllocationTests
{
    [Fact]
    public void Writing_a_record_allocates_nothing_after_the_first_time()
    {
        var value = new Template("T-1 料 \"quoted\"", 0.123456789, Grade.Bad)
        {
            Points = [new Point { X = 1, Y = -2.5 }, default],
            Counts = new Dictionary<string, int?> { ["z"] = 1, ["a"] = null },
            Tags = ["a", "b"],
            Roi = new Rect(1, 2, 3, 4),
            Children = [new Template("child", 1e300, (Grade)7) { Points = [] }],
        };
        Assert.Equal(0, Allocation.OfThousand(() => Encode(ProcVisionCodecs.Template, value)));
    }

    [Fact]
    public void Reading_a_record_allocates_only_the_record()
    {
        var points = Coding.Encode(ProcVisionCodecs.PointArray, new Point[100]);
        Assert.Equal(Allocation.OfThousand(() => _ = new Point[100]), Allocation.OfThousand(() => ProcVisionCodecs.PointArray.Decode("K", points)));
        string[] names = ["a", "bc", "料盘"];
        var texts = Coding.Encode(new SessionJsonListCodec<string>(ProcVisionCodecs.Text), [.. names]);
        var list = new SessionJsonListCodec<string>(ProcVisionCodecs.Text);
        Assert.Equal(
            Allocation.OfThousand(() => _ = new List<string>(names.Length) { new('a', 1), new('b', 2), new('c', 2) }),
            Allocation.OfThousand(() => list.Decode("K", texts)));
        var point = Coding.Encode(ProcVisionCodecs.Point, new Point { X = 0.1, Y = 2 });
        Assert.Equal(0, Allocation.OfThousand(() => ProcVisionCodecs.Point.Decode("K", point)));
    }

    private static void Encode<T>(SessionCodec<T> codec, T value)
    {
        var scratch = SessionScratch.Rent();
        _ = codec.Encode("K", in value, scratch);
        scratch.Return();
    }
}
