using System.Text;
using System.Text.Json.Serialization;
using ProcVision.CompilerServices;

namespace ProcVision.Sdk.Tests.Sessions.Codecs;

/// <summary>Values outside the grammar, through the author's own <c>JsonSerializerContext</c>.</summary>
public partial class SessionContextCodecTests
{
    private static readonly SessionContextCodec<Shape> Codec = new(Shapes.Default.Shape, "Plant.Shape");

    [Fact]
    public void A_context_writes_and_reads_what_the_compiler_does_not()
    {
        Shape shape = new Group { Parts = [new Circle { Radius = 2.5 }, new Circle { Radius = 1 }] };
        var json = Coding.Encode(Codec, shape);
        Assert.Equal("""{"$type":"group","Parts":[{"$type":"circle","Radius":2.5},{"$type":"circle","Radius":1}]}""", Encoding.UTF8.GetString(json));
        Assert.Equal([2.5, 1], ((Group)Coding.Decode(Codec, json)).Parts.Cast<Circle>().Select(c => c.Radius));
    }

    [Fact]
    public void Inside_another_value_it_is_a_member_like_any_other()
    {
        var codec = new SessionJsonListCodec<Shape>(Codec);
        var json = Coding.Encode(codec, [new Circle { Radius = 1 }, new Group()]);
        Assert.Equal("""[{"$type":"circle","Radius":1},{"$type":"group","Parts":[]}]""", Encoding.UTF8.GetString(json));
        Assert.IsType<Group>(Coding.Decode(codec, json)[1]);
    }

    [Theory]
    [InlineData("""[{"$type":"circle","Radius":1},{"$type":"square"}]""", "K[1]")]
    [InlineData("""[{"$type":"circle","Radius":"x"}]""", "K[0]")]
    [InlineData("""[{"$type":"circle"}, null]""", "K[1]")]
    [InlineData("""[{"$type":"circle\ud800"}]""", "K[0]")]
    [InlineData("""[{"$type":"circle","Radius":1}""", "K[")]
    public void What_the_context_does_not_take_is_refused_with_key_and_path(string json, string path)
    {
        var e = Assert.Throws<SessionException>(() => Coding.Decode(new SessionJsonListCodec<Shape>(Codec), json));
        Assert.Contains("会话键 'K'", e.Message, StringComparison.Ordinal);
        Assert.Contains(path, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_context_does_not_write_is_refused_with_key_and_path_and_the_next_value_is_whole()
    {
        var codec = new SessionJsonListCodec<Shape>(Codec);
        var e = Assert.Throws<SessionException>(() => Coding.Encode(codec, [new Circle(), new Circle { Radius = double.NaN }]));
        Assert.Contains("K[1]", e.Message, StringComparison.Ordinal);
        Assert.Contains("Plant.Shape", e.Message, StringComparison.Ordinal);
        Assert.Equal("""[{"$type":"circle","Radius":0}]""", Encoding.UTF8.GetString(Coding.Encode(codec, [new Circle()])));

        var loop = new Group();
        loop.Parts.Add(loop);
        e = Assert.Throws<SessionException>(() => Coding.Encode(Codec, loop));
        Assert.Contains("K", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_could_not_be_read_again_for_its_depth_is_not_written()
    {
        Shape deep = new Group();
        for (var i = 0; i < 31; i++)
        {
            deep = new Group { Parts = [deep] };
        }

        Assert.IsType<Group>(Coding.Decode(Codec, Coding.Encode(Codec, deep)));
        var e = Assert.Throws<SessionException>(() => Coding.Encode(new SessionJsonListCodec<Shape>(Codec), [new Circle(), deep]));
        Assert.Contains("K[1]", e.Message, StringComparison.Ordinal);
        Assert.Contains("64", e.Message, StringComparison.Ordinal);
    }

    [JsonPolymorphic]
    [JsonDerivedType(typeof(Circle), "circle")]
    [JsonDerivedType(typeof(Group), "group")]
    internal abstract class Shape;

    internal sealed class Circle : Shape
    {
        public double Radius { get; set; }
    }

    internal sealed class Group : Shape
    {
        public List<Shape> Parts { get; set; } = [];
    }

    [JsonSerializable(typeof(Shape))]
    internal sealed partial class Shapes : JsonSerializerContext;
}
