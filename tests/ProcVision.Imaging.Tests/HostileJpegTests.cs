using System.Buffers.Binary;

namespace ProcVision.Imaging.Tests;

/// <summary>Damaged JPEG files: a picture or a clear refusal, never a half picture, a crash or unbounded memory.</summary>
public class HostileJpegTests
{
    private const string Baseline = "Variants/420-baseline-117x103.jpg";
    private const string Progressive = "Variants/420-progressive-117x103.jpg";
    private const string Restarts = "Variants/420-restart2b.jpg";

    [Theory]
    [InlineData(Baseline)]
    [InlineData(Progressive)]
    [InlineData(Restarts)]
    [InlineData("pca_test1.jpg")]
    [Conformance(194)]
    public void A_file_cut_short_anywhere_is_refused_before_the_step(string name)
    {
        var file = Photographs.Bytes(name);
        for (var length = 0; length < file.Length; length += file.Length > 10_000 ? 97 : 1)
        {
            Assert.False(ImageHeader.TryRead(file.AsSpan(0, length), out _, out var reason));
            Assert.NotEmpty(reason);
        }
    }

    [Theory]
    [InlineData(Baseline)]
    [InlineData(Progressive)]
    [InlineData(Restarts)]
    [Conformance(194)]
    public void Data_missing_before_an_intact_end_is_refused_by_both_decoders(string name)
    {
        var file = Photographs.Bytes(name);
        var data = StartOfData(file);
        for (var missing = 20; missing < 200; missing += 20)
        {
            byte[] cut = [.. file[..(file.Length - 2 - missing)], 0xFF, 0xD9];
            if (cut.Length > data && cut[^3] != 0xFF)
            {
                Assert.Null(Decoding.Try(new StbJpegDecoder(), cut).Pixels);
                if (TurboJpeg.IsAvailable)
                {
                    Assert.Null(Decoding.Try(new TurboJpegDecoder(), cut).Pixels);
                }
            }
        }
    }

    [Fact]
    public void Data_left_over_before_the_end_is_refused()
    {
        var file = Photographs.Bytes(Baseline);
        var (pixels, reason) = Decoding.Try(new StbJpegDecoder(), [.. file[..^2], 1, 2, 3, 0xFF, 0xD9]);
        Assert.Null(pixels);
        Assert.Contains("多余", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_restart_marker_out_of_order_is_refused()
    {
        var file = Photographs.Bytes(Restarts);
        var first = file.AsSpan().IndexOf([(byte)0xFF, (byte)0xD0]);
        Assert.True(first > 0);
        file[first + 1] = 0xD3;
        Assert.Contains("重启标记 0", Decoding.Try(new StbJpegDecoder(), file).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_behind_the_end_are_no_damage()
    {
        var file = Photographs.Bytes(Baseline);
        Assert.Equal(Decoding.Pixels(new StbJpegDecoder(), file), Decoding.Pixels(new StbJpegDecoder(), [.. file, 0, 0, 0xFF, 0xC0, 7]));
    }

    [Theory]
    [InlineData(0xC3, "SOF3")]
    [InlineData(0xC9, "SOF9")]
    [InlineData(0xCF, "SOF15")]
    public void Codings_that_cameras_do_not_use_are_refused_by_name(byte marker, string name)
    {
        var file = Photographs.Bytes(Baseline);
        file[StartOfFrame(file) + 1] = marker;
        Assert.Contains(name, Refused(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, 12, "12 位")]
    [InlineData(9, 4, "长度")]
    [Conformance(544)]
    public void Other_precisions_and_component_counts_are_refused(int at, byte value, string expected)
    {
        var file = Photographs.Bytes(Baseline);
        file[StartOfFrame(file) + at] = value;
        Assert.Contains(expected, Refused(file), StringComparison.Ordinal);
    }

    [Fact]
    [Conformance(544)]
    public void Four_components_are_refused_with_the_cure()
    {
        byte[] file = [0xFF, 0xD8, 0xFF, 0xC0, 0, 20, 8, 0, 200, 0, 200, 4, 1, 17, 0, 2, 17, 0, 3, 17, 0, 4, 17, 0, 0xFF, 0xDA, 0, 2, 0xFF, 0xD9];
        Assert.Contains("CMYK", Refused(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8001, 100)]
    [InlineData(100, 8001)]
    [InlineData(65535, 65535)]
    [InlineData(0, 100)]
    [InlineData(100, 0)]
    [Conformance(193)]
    public void A_size_that_no_picture_has_is_refused_before_memory_is_taken(int width, int height)
    {
        var file = Photographs.Bytes(Baseline);
        var frame = StartOfFrame(file);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(frame + 5), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(frame + 7), (ushort)width);
        Assert.Contains($"{width}x{height}", Refused(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_thousands_of_scans_is_refused_at_once()
    {
        var file = Photographs.Bytes(Progressive);
        var scan = file.AsSpan().IndexOf([(byte)0xFF, (byte)0xDA]);
        byte[] empty = [0xFF, 0xDA, 0, 8, 1, 1, 0, 1, 5, 0];
        byte[] bomb = [.. file[..scan], .. Enumerable.Repeat(empty, 5000).SelectMany(one => one), .. file[scan..]];
        Assert.Contains("扫描超过", Refused(bomb), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_restart_marker_is_refused()
    {
        var file = Photographs.Bytes(Restarts);
        var last = file.AsSpan().LastIndexOfAny((byte)0xD0, (byte)0xD1);
        while (file[last - 1] != 0xFF)
        {
            last = file.AsSpan(0, last).LastIndexOfAny((byte)0xD0, (byte)0xD1);
        }

        byte[] fewer = [.. file[..(last - 1)], .. file[(last + 1)..]];
        Assert.Contains("重启标记", Decoding.Try(new StbJpegDecoder(), fewer).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_restart_interval_that_lost_a_part_is_refused()
    {
        var file = Photographs.Bytes("Variants/420-restart1row.jpg");
        var first = file.AsSpan().IndexOf([(byte)0xFF, (byte)0xD0]);
        var data = StartOfData(file);
        for (var left = 1; left < (first - data) / 2; left++)
        {
            if (file[data + left - 1] != 0xFF)
            {
                Assert.NotNull(Decoding.Try(new StbJpegDecoder(), [.. file[..(data + left)], .. file[first..]]).Reason);
            }
        }
    }

    [Fact]
    public void Refused_files_leave_no_memory_behind()
    {
        var whole = Photographs.Bytes("pca_test1.jpg");
        byte[] cut = [.. whole[..^2000], 0xFF, 0xD9];
        var decoder = new StbJpegDecoder();
        Assert.Null(Decoding.Try(decoder, cut).Pixels);
        Assert.True(ImageHeader.TryRead(cut, out var header, out _));
        var pixels = new byte[header.Height * header.Stride];
        var before = Environment.WorkingSet;
        for (var i = 0; i < 150; i++)
        {
            _ = Assert.Throws<ImageException>(() => decoder.Decode(cut, header, pixels));
        }

        // Lost, the planes of 150 pictures would be 100 MB.
        Assert.InRange(Environment.WorkingSet - before, long.MinValue, 50 << 20);
    }

    [Fact]
    public void Fill_bytes_before_markers_are_no_damage()
    {
        var file = Photographs.Bytes(Restarts);
        var filled = new List<byte>();
        for (var i = 0; i < file.Length; i++)
        {
            if (i + 1 < file.Length && i > StartOfData(file) && file[i] == 0xFF && file[i + 1] != 0)
            {
                filled.Add(0xFF);
            }

            filled.Add(file[i]);
        }

        Assert.True(filled.Count > file.Length + 2);
        Assert.Equal(Decoding.Pixels(new StbJpegDecoder(), file), Decoding.Pixels(new StbJpegDecoder(), [.. filled]));
    }

    [Fact]
    public void A_progressive_file_without_one_of_its_first_scans_is_refused()
    {
        var file = Photographs.Bytes(Progressive);
        var first = file.AsSpan().IndexOf([(byte)0xFF, (byte)0xDA]);
        var second = StartOfData(file) + file.AsSpan(StartOfData(file)).IndexOf([(byte)0xFF, (byte)0xC4]);
        Assert.True(second > first);
        Assert.Contains("扫描", Decoding.Try(new StbJpegDecoder(), [.. file[..first], .. file[second..]]).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Variants/420-progressive-117x103.jpg")]
    [InlineData("Variants/gray-progressive-117x103.jpg")]
    [Conformance(194, "C30")]
    public void A_progressive_file_that_ends_after_any_of_its_scans_but_the_last_is_refused_before_the_step(string name)
    {
        var file = Photographs.Bytes(name);
        var ends = new List<int>();
        for (var at = file.AsSpan().IndexOf([(byte)0xFF, (byte)0xDA]); at >= 0;)
        {
            var end = at + 2;
            while (!(file[end] == 0xFF && file[end + 1] is 0xC4 or 0xDA or 0xD9))
            {
                end++;
            }

            ends.Add(end);
            var next = file.AsSpan(end).IndexOf([(byte)0xFF, (byte)0xDA]);
            at = next < 0 ? -1 : end + next;
        }

        Assert.True(ends.Count > 3);
        Assert.All(ends.SkipLast(1), end => Assert.Contains("渐进式扫描没有传完", Refused([.. file[..end], 0xFF, 0xD9]), StringComparison.Ordinal));
        Assert.True(ImageHeader.TryRead([.. file[..ends[^1]], 0xFF, 0xD9], out _, out var reason), reason);
    }

    [Fact]
    public void A_table_of_codes_that_cannot_be_told_apart_is_refused_by_both_decoders()
    {
        var file = Photographs.Bytes(Baseline);
        var table = file.AsSpan().IndexOf([(byte)0xFF, (byte)0xC4]);
        (file[table + 5], file[table + 6]) = (2, (byte)(file[table + 6] + file[table + 5] - 2)); // two codes of one bit: nothing is left for the others
        Assert.All(Decoding.Both(), decoder => Assert.NotNull(Decoding.Try(decoder(), file).Reason));
    }

    [Fact]
    public void A_missing_component_table_or_scan_is_refused()
    {
        var file = Photographs.Bytes(Baseline);
        foreach (var marker in (byte[])[0xDB, 0xC4])
        {
            var at = file.AsSpan().IndexOf([(byte)0xFF, marker]);
            byte[] without = [.. file];
            without[at + 1] = 0xFE; // a comment instead
            Assert.Null(Decoding.Try(new StbJpegDecoder(), without).Pixels);
        }

        var data = StartOfData(file);
        Assert.NotNull(Decoding.Try(new StbJpegDecoder(), [.. file[..data], 0xFF, 0xD9]).Reason);
    }

    [Theory]
    [InlineData(0xDB)]
    [InlineData(0xC4)]
    [Conformance("C30")]
    public void What_a_file_lacks_is_not_taken_from_the_file_before(byte marker)
    {
        var whole = Photographs.Bytes("Variants/420-optimized.jpg");
        byte[] without = [.. whole];
        for (var at = 0; (at = without.AsSpan().IndexOf([(byte)0xFF, marker])) >= 0;)
        {
            without[at + 1] = 0xFE; // a comment instead of the tables
        }

        Assert.All(Decoding.Both(), decoder =>
        {
            var (pixels, reason) = Decoding.Try(decoder(), without);
            var used = decoder();
            _ = Decoding.Pixels(used, whole);
            Assert.Equal((pixels, reason), Decoding.Try(used, without));
            Assert.False(pixels is not null && pixels.AsSpan().SequenceEqual(Decoding.Pixels(used, whole)), "It lacks something.");
        });
    }

    [Theory]
    [InlineData(Baseline)]
    [InlineData(Progressive)]
    public void A_size_that_so_few_bytes_cannot_fill_is_refused_before_memory_is_taken(string name)
    {
        var file = Photographs.Bytes(name);
        var frame = file.AsSpan().IndexOf([(byte)0xFF, (byte)(name == Progressive ? 0xC2 : 0xC0)]);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(frame + 5), 8000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(frame + 7), 8000);
        Assert.Contains("8000x8000", Refused(file), StringComparison.Ordinal);
    }

    private static string Refused(byte[] file)
    {
        Assert.False(ImageHeader.TryRead(file, out _, out var reason));
        return reason;
    }

    private static int StartOfFrame(byte[] file) => file.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]) is var at and > 0 ? at : throw new InvalidOperationException("no frame");

    private static int StartOfData(byte[] file)
    {
        var scan = file.AsSpan().IndexOf([(byte)0xFF, (byte)0xDA]);
        return scan + 2 + BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(scan + 2));
    }
}
