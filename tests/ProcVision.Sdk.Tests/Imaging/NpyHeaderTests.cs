using ProcVision.Fuzz.Pictures;
using ProcVision.Sdk.Tests.Protocol;

namespace ProcVision.Sdk.Tests.Imaging;

public class NpyHeaderTests
{
    [Theory]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (100, 120), }", 120, 100, 1, false)]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (100, 120, 1), }", 120, 100, 1, false)]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (100, 120, 3), }", 120, 100, 3, false)]
    [InlineData("{'descr': '|u1', 'fortran_order': True, 'shape': (100, 120, 4), }", 120, 100, 4, true)]
    [InlineData("{\"shape\":(100,120),\"fortran_order\":False,\"descr\":\"<u1\"}", 120, 100, 1, false)]
    [Conformance(525)]
    public void Legal_headers_are_read(string text, int width, int height, int channels, bool isColumnMajor)
    {
        foreach (var major in (byte[])[1, 2, 3])
        {
            var file = NumpyBytes.WithHeader(text, new byte[width * height * channels], major);
            Assert.Null(NpyHeader.Read(Head(file), file.Length, out var header));
            Assert.Equal(new NpyHeader(width, height, channels, isColumnMajor, file.Length - (width * height * channels)), header);
            Assert.Equal(0, header.BodyOffset % 64);
        }
    }

    [Theory]
    [InlineData("<u2", "uint8")]
    [InlineData("|i1", "uint8")]
    [InlineData("|b1", "uint8")]
    [InlineData("<f4", "uint8")]
    [InlineData("<f8", "uint8")]
    [InlineData("|O", "uint8")]
    [InlineData("", "uint8")]
    [Conformance(525, 544)]
    public void Other_types_are_refused_and_never_wrapped(string type, string cure)
    {
        var problem = Read(NumpyBytes.Of("(100, 120)", new byte[100 * 120 * 2], type));
        Assert.Contains(type, problem, StringComparison.Ordinal);
        Assert.Contains(cure, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("()")]
    [InlineData("(12000,)")]
    [InlineData("(100, 120, 2)")]
    [InlineData("(100, 120, 5)")]
    [InlineData("(1, 100, 120, 3)")]
    [InlineData("(100, 120, 3, 1, 1, 1, 1, 1)")]
    [InlineData("(0, 120)")]
    [InlineData("(100, 0, 3)")]
    [InlineData("(8001, 100)")]
    [InlineData("(100, 8001)")]
    [InlineData("(999999999999999999, 999999999999999999)")]
    [Conformance(525)]
    public void Shapes_that_are_no_picture_are_refused_and_named(string shape)
    {
        var problem = Read(NumpyBytes.Of(shape, new byte[12000]));
        Assert.False(string.IsNullOrEmpty(problem));
    }

    [Theory]
    [InlineData("{'descr': [('r', '|u1')], 'fortran_order': False, 'shape': (100, 120), }")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, }")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (100, 120), 'shape': (1, 1), }")]
    [InlineData("{'descr': '|u1', 'fortran_order': 0, 'shape': (100, 120), }")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (-100, 120), }")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (100 120), }")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (9999999999999999999, 1), }")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (1,1,1,1,1,1,1,1,1), }")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (100, 120), 'more': 1, }")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (100, 120), } and more")]
    [InlineData("{'descr: |u1")]
    [InlineData("[]")]
    [InlineData("")]
    public void Headers_that_numpy_does_not_write_are_refused(string text) =>
        Assert.Contains("无法解析", Read(NumpyBytes.WithHeader(text, new byte[12000])), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_ends_early_or_late_is_refused_with_both_sizes()
    {
        var file = NumpyBytes.Of("(100, 120)", new byte[12000]);
        Assert.Contains("需要 12000 字节数据，文件中有 11999 字节", Read(file[..^1]), StringComparison.Ordinal);
        Assert.Contains("文件中有 12001 字节", Read([.. file, 0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_prefix_of_a_file_is_refused()
    {
        var file = NumpyBytes.Of("(100, 120)", new byte[12000]);
        for (var length = 0; length < 300; length++)
        {
            Assert.False(string.IsNullOrEmpty(Read(file[..length])));
        }
    }

    [Theory]
    [InlineData(6, 0)]
    [InlineData(6, 4)]
    [InlineData(0, 0)]
    [InlineData(9, 255)]
    public void A_wrong_magic_version_or_length_is_refused(int at, byte value)
    {
        var file = NumpyBytes.Of("(100, 120)", new byte[12000]);
        file[at] = value;
        Assert.False(string.IsNullOrEmpty(Read(file)));
    }

    [Fact]
    public void A_mutated_header_is_a_picture_of_its_size_or_refused()
    {
        var random = Seeded.Random(out _);
        var original = NumpyBytes.Of("(100, 120, 3)", new byte[36000]);
        for (var i = 0; i < 20_000; i++)
        {
            var head = original[..128];
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                head[random.Next(head.Length)] = (byte)(random.Next(2) == 0 ? random.Next(256) : "0123456789(),'{} :TrueFalsu|<>"[random.Next(30)]);
            }

            if (NpyHeader.Read(head, original.Length, out var header) is null)
            {
                Assert.Equal(original.Length, header.BodyOffset + header.BodyLength);
            }
        }
    }

    private static ReadOnlySpan<byte> Head(byte[] file) => file.AsSpan(0, Math.Min(file.Length, NpyHeader.MaxLength));

    private static string? Read(byte[] file) => NpyHeader.Read(Head(file), file.Length, out _);
}
