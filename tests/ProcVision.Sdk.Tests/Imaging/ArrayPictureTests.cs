using System.Text;
using ProcVision.Fuzz.Pictures;
using static ProcVision.Sdk.Tests.Imaging.DirectoryPictures;

namespace ProcVision.Sdk.Tests.Imaging;

/// <summary>Raw arrays out of the platform's directory: every form of array, and what becomes of its pixels.</summary>
public class ArrayPictureTests
{
    [Theory]
    [MemberData(nameof(Portable), MemberType = typeof(DirectoryPictures))]
    [Conformance(228, 231, 233, 237, 242, "C29")]
    public void A_gray_array_is_gray_with_its_pixels_and_meta(bool portable)
    {
        using var temporary = new TemporaryDirectory();
        var samples = NumpyBytes.Samples(120 * 100);
        File.WriteAllBytes(temporary[Name + ".npy"], NumpyBytes.Of("(100, 120)", samples));
        var frame = Opened(Source(temporary, portable), new(120, 100, 1700000000123, "cam-1", false));
        Assert.Equal((120, 100, 120, PixelFormat.Gray8, 1700000000123, "cam-1"), (frame.Width, frame.Height, frame.Stride, frame.Format, frame.TimestampMs, frame.CameraId));
        Assert.True(frame.Pixels.SequenceEqual(samples));
        frame.Release();
    }

    [Theory]
    [InlineData(false, PixelFormat.Rgb24)]
    [InlineData(true, PixelFormat.Bgr24)]
    [Conformance(229, 233, 243)]
    public void A_colour_array_lies_as_its_color_space_says_and_is_not_swapped(bool isBgr, PixelFormat format)
    {
        using var temporary = new TemporaryDirectory();
        var samples = NumpyBytes.Samples(120 * 100 * 3);
        File.WriteAllBytes(temporary[Name + ".npy"], NumpyBytes.Of("(100, 120, 3)", samples));
        var frame = Opened(Source(temporary), new(120, 100, 0, "", isBgr));
        Assert.Equal((format, 360), (frame.Format, frame.Stride));
        Assert.True(frame.Pixels.SequenceEqual(samples));
        frame.Release();
    }

    [Fact]
    [Conformance(242, 525, 544)]
    public void A_single_channel_is_gray_and_a_fourth_is_dropped()
    {
        using var temporary = new TemporaryDirectory();
        var samples = NumpyBytes.Samples(120 * 100 * 4);
        File.WriteAllBytes(temporary["one-channel.npy"], NumpyBytes.Of("(100, 120, 1)", samples.AsSpan(0, 12000)));
        File.WriteAllBytes(temporary["four-channels.npy"], NumpyBytes.Of("(100, 120, 4)", samples));
        var source = Source(temporary);
        var one = Opened(source, Unknown, "one-channel");
        Assert.Equal(PixelFormat.Gray8, one.Format);
        Assert.True(one.Pixels.SequenceEqual(samples.AsSpan(0, 12000)));
        var four = Opened(source, Unknown with { IsBgr = true }, "four-channels");
        Assert.Equal(PixelFormat.Bgr24, four.Format);
        Assert.Equal(samples.Chunk(4).SelectMany(pixel => pixel[..3]), four.Pixels.ToArray());
        four.Release();
        one.Release();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [Conformance(525)]
    public void A_column_major_array_is_turned_into_rows(int channels)
    {
        using var temporary = new TemporaryDirectory();
        const int Width = 123, Height = 101;
        var samples = NumpyBytes.Samples(Width * Height * channels);
        var shape = channels == 1 ? $"({Height}, {Width})" : $"({Height}, {Width}, {channels})";
        File.WriteAllBytes(temporary[Name + ".npy"], NumpyBytes.Of(shape, samples, isColumnMajor: true));
        var frame = Opened(Source(temporary), new(Width, Height, 0, "", false));
        var bytes = Math.Min(channels, 3);
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                for (var c = 0; c < bytes; c++)
                {
                    Assert.Equal(samples[y + (Height * (x + (Width * c)))], frame.Pixels[(((y * Width) + x) * bytes) + c]);
                }
            }
        }

        frame.Release();
    }

    [Fact]
    [Conformance(195, "C30")]
    public void All_black_is_a_picture()
    {
        using var temporary = new TemporaryDirectory();
        File.WriteAllBytes(temporary[Name + ".npy"], NumpyBytes.Of("(100, 120)", new byte[12000]));
        var frame = Opened(Source(temporary), Unknown);
        Assert.Equal(0, new StepImage(frame).Mean());
        frame.Release();
    }

    [Fact]
    [Conformance(230, 245, "C30")]
    public void A_size_other_than_its_meta_is_refused_with_both()
    {
        using var temporary = new TemporaryDirectory();
        File.WriteAllBytes(temporary[Name + ".npy"], NumpyBytes.Of("(100, 120)", new byte[12000]));
        var reason = Refused(Source(temporary), new(121, 100, 0, "", false));
        Assert.Contains("120x100", reason, StringComparison.Ordinal);
        Assert.Contains("121x100", reason, StringComparison.Ordinal);
    }

    [Fact]
    [Conformance(193, 240, 522)]
    public void A_meta_of_zero_takes_the_real_size_but_no_absurd_one()
    {
        using var temporary = new TemporaryDirectory();
        File.WriteAllBytes(temporary[Name + ".npy"], NumpyBytes.Of("(99, 100)", new byte[9900]));
        Assert.Contains("图像尺寸不合理: 100x99", Refused(Source(temporary), Unknown), StringComparison.Ordinal);
        File.WriteAllBytes(temporary[Name + ".npy"], NumpyBytes.Of("(100, 100)", new byte[10000]));
        var frame = Opened(Source(temporary), Unknown);
        Assert.Equal((100, 100), (frame.Width, frame.Height));
        frame.Release();
    }

    [Theory]
    [InlineData("|b1", 1)]
    [InlineData("|i1", 1)]
    [InlineData("<u2", 2)]
    [InlineData(">u2", 2)]
    [InlineData("<i2", 2)]
    [InlineData("<i4", 4)]
    [InlineData("<u8", 8)]
    [InlineData("<f2", 2)]
    [InlineData("<f4", 4)]
    [InlineData("<f8", 8)]
    [InlineData("<c8", 8)]
    [InlineData("|S1", 1)]
    [InlineData("<U1", 4)]
    [InlineData("|O", 8)]
    [Conformance(246, 525, 544, "C30")]
    public void Samples_that_are_no_bytes_are_refused_with_their_type_and_the_cure(string type, int size)
    {
        using var temporary = new TemporaryDirectory();
        foreach (var (shape, isColumnMajor, major) in ((string, bool, byte)[])[("(100, 120)", false, 1), ("(100, 120, 3)", true, 2), ("(100, 120, 1)", false, 3)])
        {
            var samples = 12000 * (shape.Contains('3', StringComparison.Ordinal) ? 3 : 1);
            File.WriteAllBytes(temporary[Name + ".npy"], NumpyBytes.Of(shape, new byte[samples * size], type, isColumnMajor, major));
            var reason = Refused(Source(temporary), Unknown);
            Assert.Contains(type, reason, StringComparison.Ordinal);
            Assert.Contains("uint8", reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    [Conformance(243, 257)]
    public void Red_is_red_in_both_orders()
    {
        using var temporary = new TemporaryDirectory();
        File.WriteAllBytes(temporary["in-bgr-order.npy"], NumpyBytes.Of("(100, 120, 3)", [.. Enumerable.Repeat((byte[])[0, 0, 255], 12000).SelectMany(pixel => pixel)]));
        File.WriteAllBytes(temporary["in-rgb-order.npy"], NumpyBytes.Of("(100, 120, 3)", [.. Enumerable.Repeat((byte[])[255, 0, 0], 12000).SelectMany(pixel => pixel)]));
        var bgr = Opened(Source(temporary), Unknown with { IsBgr = true }, "in-bgr-order");
        var rgb = Opened(Source(temporary), Unknown, "in-rgb-order");
        Assert.Equal(77 * 255 / 256.0, new StepImage(bgr).Mean());
        Assert.Equal(77 * 255 / 256.0, new StepImage(rgb).Mean());
        var gray = (new byte[12000], new byte[12000]);
        new StepImage(bgr).CopyGrayTo(gray.Item1);
        new StepImage(rgb).CopyGrayTo(gray.Item2);
        Assert.Equal(gray.Item1, gray.Item2);
        bgr.Release();
        rgb.Release();
    }

    [Theory]
    [InlineData(PixelFormat.Gray8)]
    [InlineData(PixelFormat.Rgb24)]
    [Conformance(257)]
    public void An_array_that_was_written_is_read_as_it_was(PixelFormat format)
    {
        using var temporary = new TemporaryDirectory();
        var directory = new SharedMemoryDirectory(temporary.Path);
        var written = new ImageBuffer(320, 240, format, NumpyBytes.Samples(320 * 240 * format.BytesPerPixel()));
        directory.WriteArray(Id, written);
        var frame = Opened(Source(directory, portable: false), new(320, 240, 0, "", false));
        Assert.Equal(format, frame.Format);
        Assert.True(frame.Pixels.SequenceEqual(written.Pixels));
        frame.Release();
    }

    [Fact]
    [Conformance(253, "C40")]
    public unsafe void What_native_code_writes_over_the_pixels_reaches_neither_the_file_nor_the_next_call()
    {
        using var temporary = new TemporaryDirectory();
        var samples = NumpyBytes.Samples(12000);
        File.WriteAllBytes(temporary[Name + ".npy"], NumpyBytes.Of("(100, 120)", samples));
        var source = Source(temporary);
        var frame = Opened(source, Unknown);
        new Span<byte>(new StepImage(frame).Pointer, 12000).Fill(77);
        frame.Release();
        Assert.Equal(samples, File.ReadAllBytes(temporary[Name + ".npy"])[^12000..]);
        var next = Opened(source, Unknown);
        Assert.True(next.Pixels.SequenceEqual(samples));
        next.Release();
    }

    [Fact]
    public void Frames_on_loan_at_the_same_time_have_pixels_of_their_own_and_old_memory_stays_dead()
    {
        using var temporary = new TemporaryDirectory();
        File.WriteAllBytes(temporary["picture-a.npy"], NumpyBytes.Of("(100, 120)", [.. Enumerable.Repeat((byte)1, 12000)]));
        File.WriteAllBytes(temporary["picture-b.npy"], NumpyBytes.Of("(100, 120)", [.. Enumerable.Repeat((byte)2, 12000)]));
        var source = Source(temporary);
        var first = Opened(source, Unknown, "picture-a");
        var second = Opened(source, Unknown, "picture-b");
        Assert.Equal((1.0, 2.0), (new StepImage(first).Mean(), new StepImage(second).Mean()));
        var memory = first.Memory;
        first.Release();
        first.Release(); // by mistake: must not lend one frame to two calls
        var third = Opened(source, Unknown, "picture-b");
        var fourth = Opened(source, Unknown, "picture-a");
        Assert.NotSame(third, fourth);
        Assert.Equal((2.0, 1.0), (new StepImage(third).Mean(), new StepImage(fourth).Mean()));
        _ = Assert.Throws<InvalidOperationException>(() => memory.Span.Length);
        second.Release();
        third.Release();
        fourth.Release();
    }

    [Fact]
    public void A_warm_call_allocates_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The portable way of opening files makes a handle object per file.");
        using var temporary = new TemporaryDirectory();
        File.WriteAllBytes(temporary[Name + ".npy"], NumpyBytes.Of("(600, 800, 3)", new byte[600 * 800 * 3]));
        var source = Source(temporary);
        var id = Encoding.UTF8.GetBytes(Id);
        var meta = new ImageMeta(800, 600, 0, "", false);
        var gray = new byte[800 * 600];
        Assert.Equal(0, Allocation.Of(3, () =>
        {
            var frame = source.Open(id, meta, out _)!;
            var image = new StepImage(frame);
            _ = image.Mean();
            image.CopyGrayTo(gray);
            frame.Release();
        }));
    }
}
