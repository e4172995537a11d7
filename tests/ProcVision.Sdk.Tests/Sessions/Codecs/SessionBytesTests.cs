using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CsCheck;
using ProcVision.CompilerServices;

namespace ProcVision.Sdk.Tests.Sessions.Codecs;

/// <summary>Unmanaged values and collections of them, as bytes.</summary>
public class SessionBytesTests
{
    private static readonly SessionType PoseType = SessionType.Struct(
        "ProcVision.Sdk.Tests.Sessions.Codecs.Values.Point", 16, new SessionMember("X", 0, SessionType.Double), new SessionMember("Y", 8, SessionType.Double));

    [Fact]
    public void Arrays_lists_and_immutable_arrays_are_the_bytes_of_their_elements()
    {
        Gen.Double.Array[0, 100].Sample(values =>
        {
            var bytes = MemoryMarshal.AsBytes(values.AsSpan()).ToArray();
            var array = new SessionArrayCodec<double>(SessionType.Double);
            Assert.Equal(bytes, Coding.Encode(array, values));
            Assert.Equal(bytes, MemoryMarshal.AsBytes(Coding.Decode(array, bytes).AsSpan()).ToArray());
            var list = new SessionListCodec<double>(SessionType.Double);
            Assert.Equal(bytes, Coding.Encode(list, [.. values]));
            Assert.Equal(bytes, MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(Coding.Decode(list, bytes))).ToArray());
            var immutable = new SessionImmutableArrayCodec<double>(SessionType.Double);
            Assert.Equal(bytes, Coding.Encode(immutable, [.. values]));
            Assert.Equal(bytes, MemoryMarshal.AsBytes(Coding.Decode(immutable, bytes).AsSpan()).ToArray());
        });
    }

    [Fact]
    public void A_value_with_other_bits_than_numbers_keeps_them()
    {
        var codec = new SessionArrayCodec<double>(SessionType.Double);
        double[] odd = [double.NaN, -0.0, double.NegativeInfinity, BitConverter.Int64BitsToDouble(0x7FF0_0000_0000_0001)];
        Assert.Equal(odd.Select(BitConverter.DoubleToInt64Bits), Coding.Decode(codec, Coding.Encode(codec, odd)).Select(BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public void Bytes_that_are_no_whole_elements_are_refused()
    {
        Refused(() => Coding.Decode(new SessionArrayCodec<int>(SessionType.Int32), new byte[7]), "int[]", "7");
        Refused(() => Coding.Decode(new SessionListCodec<int>(SessionType.Int32), new byte[1]), "List<int>", "1");
        Refused(() => Coding.Decode(new SessionImmutableArrayCodec<Values.Point>(PoseType), new byte[15]), "Point", "15");
        Refused(() => Coding.Decode(new SessionBytesCodec<Values.Point>(PoseType), new byte[17]), "Point", "17");
        Refused(() => Coding.Decode(new SessionBytesCodec<Values.Point>(PoseType), Array.Empty<byte>()), "Point", "0");
    }

    [Fact]
    public void A_collection_that_is_not_there_is_refused()
    {
        Refused(() => Coding.Encode(new SessionArrayCodec<int>(SessionType.Int32), null!), "int[]", "null");
        Refused(() => Coding.Encode(new SessionListCodec<int>(SessionType.Int32), null!), "List<int>", "null");
        Refused(() => Coding.Encode(new SessionImmutableArrayCodec<int>(SessionType.Int32), default), "ImmutableArray<int>", "default");
    }

    [Fact]
    public void What_was_read_is_the_readers_own()
    {
        var codec = new SessionListCodec<int>(SessionType.Int32);
        var bytes = Coding.Encode(codec, [1, 2, 3]);
        var first = Coding.Decode(codec, bytes);
        bytes.AsSpan().Clear();
        Assert.Equal([1, 2, 3], first);
        first.Add(4);
        Assert.Equal([0, 0, 0], Coding.Decode(codec, bytes));
    }

    [Fact]
    public void Every_built_in_type_is_known_in_every_collection_without_being_registered()
    {
        Known<bool>(SessionType.Boolean);
        Known<sbyte>(SessionType.SByte);
        Known<byte>(SessionType.Byte);
        Known<short>(SessionType.Int16);
        Known<ushort>(SessionType.UInt16);
        Known<int>(SessionType.Int32);
        Known<uint>(SessionType.UInt32);
        Known<long>(SessionType.Int64);
        Known<ulong>(SessionType.UInt64);
        Known<float>(SessionType.Single);
        Known<double>(SessionType.Double);
        Known<decimal>(SessionType.Decimal);
        Known<char>(SessionType.Char);
        Known<Guid>(SessionType.Guid);
        Known<DateTime>(SessionType.DateTime);
        Known<DateTimeOffset>(SessionType.DateTimeOffset);
        Known<TimeSpan>(SessionType.TimeSpan);
        Known<DateOnly>(SessionType.DateOnly);
        Known<TimeOnly>(SessionType.TimeOnly);
        Known<Rect>(SessionType.Rect);
        Assert.Equal(["a", null!], Again<string[]>(["a", null!]));
        Assert.Equal(["a", null!], Again<List<string>>(["a", null!]));
        Assert.Equal(["a", null!], Again<ImmutableArray<string>>(["a", null!]));
        Assert.Equal(new Dictionary<string, string> { ["b"] = "1", ["a"] = null! }, Again(new Dictionary<string, string> { ["b"] = "1", ["a"] = null! }));
        Assert.Null(SessionCodecs.Find<List<object>>());
        Assert.Null(SessionCodecs.Find<Dictionary<int, int>>());
        Assert.Null(SessionCodecs.Find<int[,]>());
    }

    [Fact]
    public void A_registered_type_brings_its_nullable_and_its_collections_and_stays_as_it_is()
    {
        Assert.Null(SessionCodecs.Find<Registered>());
        var type = SessionType.Struct("Registered", 4, new SessionMember("A", 0, SessionType.Int32));
        var codec = new SessionBytesCodec<Registered>(type) { Json = null };
        SessionCodecs.Register([codec]);
        SessionCodecs.Register([new SessionBytesCodec<Registered>(type)]);
        Assert.Same(codec, SessionCodecs.Find<Registered>());
        Assert.Same(type, SessionCodecs.Find<Registered?>()!.Type);
        Assert.Equal(new Registered { A = 7 }, Again<Registered?>(new Registered { A = 7 }));
        Assert.Equal([new Registered { A = 7 }], Again<Registered[]>([new Registered { A = 7 }]));
        Assert.Equal([new Registered { A = 7 }], Again<List<Registered>>([new Registered { A = 7 }]));
        Assert.Equal([new Registered { A = 7 }], Again<ImmutableArray<Registered>>([new Registered { A = 7 }]));
        Assert.Null(SessionCodecs.Find<Dictionary<string, Registered>>());

        SessionCodecs.Register([Values.ProcVisionCodecs.Point]);
        Assert.Equal(new Values.Point { X = 1 }, Again<Values.Point?>(new Values.Point { X = 1 }));
        Assert.Equal([new Values.Point { X = 1 }], Again<Values.Point[]>([new Values.Point { X = 1 }]));
        Assert.Equal(new Values.Point { X = 1 }, Again(new Dictionary<string, Values.Point> { ["p"] = new Values.Point { X = 1 } })["p"]);
    }

    [Fact]
    public void The_entries_of_a_dictionary_keep_their_order()
    {
        var read = Again(new Dictionary<string, int> { ["z"] = 1, ["a"] = 2, ["料\""] = 3, [""] = 4 });
        Assert.Equal(["z", "a", "料\"", ""], read.Keys);
        Assert.Equal([1, 2, 3, 4], read.Values);
    }

    private static void Known<T>(SessionType element)
        where T : unmanaged
    {
        var value = default(T);
        Assert.Equal(element, SessionCodecs.Find<T[]>()!.Type.Of);
        Assert.Equal([value, value], Again<T[]>([value, value]));
        Assert.Equal([value, value], Again<List<T>>([value, value]));
        Assert.Equal([value, value], Again<ImmutableArray<T>>([value, value]));
        Assert.Equal([value, value], Again(new Dictionary<string, T> { ["b"] = value, ["a"] = value }).Values);
        Assert.Same(SessionCodecs.Find<List<T>>(), SessionCodecs.Find<List<T>>());
    }

    private static T Again<T>(T value)
    {
        var codec = SessionCodecs.Find<T>()!;
        return Coding.Decode(codec, Coding.Encode(codec, value));
    }

    private static void Refused(Action action, params string[] parts)
    {
        var e = Assert.Throws<SessionException>(action);
        Assert.All([.. parts, "'K'"], part => Assert.Contains(part, e.Message, StringComparison.Ordinal));
    }

    private record struct Registered(int A);
}
