using System.Runtime.InteropServices;
using ProcVision.Fuzz.Pictures;
using ProcVision.Sdk.Tests.Protocol;

namespace ProcVision.Sdk.Tests.Imaging;

public class StepImageTests
{
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Colour(byte First, byte Second, byte Third);

    [Fact]
    public void Mean_and_gray_agree_with_the_formula_for_random_sizes_formats_and_strides()
    {
        var random = Seeded.Random(out _);
        for (var i = 0; i < 100; i++)
        {
            var image = RandomImage(random);
            var frame = image.Lend();
            var step = new StepImage(frame);
            var expected = new byte[image.Width * image.Height];
            var sum = 0.0;
            for (var y = 0; y < image.Height; y++)
            {
                for (var x = 0; x < image.Width; x++)
                {
                    var luma = LumaAt(image, x, y);
                    sum += luma / 256.0;
                    expected[(y * image.Width) + x] = (byte)((luma + 128) / 256);
                }
            }

            var gray = new byte[expected.Length];
            step.CopyGrayTo(gray);
            Assert.Equal(expected, gray);
            Assert.Equal(sum / expected.Length, step.Mean(), 1e-9);
            Assert.Equal(expected, image.ToGray().Pixels);
            frame.Release();
        }
    }

    [Fact]
    public void A_row_ends_where_its_pixels_end()
    {
        var image = new ImageBuffer(2, 2, PixelFormat.Gray8, [1, 2, 99, 3, 4, 99], stride: 3);
        var frame = image.Lend();
        var step = new StepImage(frame);
        Assert.Equal([1, 2], step.Row(0).ToArray());
        Assert.Equal([3, 4], step.Row(1).ToArray());
        Assert.Equal(2.5, step.Mean());
        Assert.Contains("0 to 1", Assert.Throws<ArgumentOutOfRangeException>(() => new StepImage(frame).Row(2)).Message, StringComparison.Ordinal);
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => new StepImage(frame).Row(-1));
        frame.Release();
    }

    [Fact]
    public void Pixels_are_given_as_values_of_their_size_only()
    {
        var frame = new ImageBuffer(2, 1, PixelFormat.Bgr24, [1, 2, 3, 4, 5, 6]).Lend();
        Assert.Equal([new Colour(1, 2, 3), new Colour(4, 5, 6)], new StepImage(frame).PixelsAs<Colour>().ToArray());
        var wrong = Assert.Throws<InvalidOperationException>(() => _ = new StepImage(frame).PixelsAs<int>().Length);
        Assert.Contains("3 bytes", wrong.Message, StringComparison.Ordinal);
        frame.Release();

        var gapped = new ImageBuffer(1, 2, PixelFormat.Gray8, [1, 0, 2, 0], stride: 2).Lend();
        _ = Assert.Throws<InvalidOperationException>(() => _ = new StepImage(gapped).PixelsAs<byte>().Length);
        gapped.Release();
    }

    [Fact]
    public void Gray_is_given_without_a_copy_only_when_it_lies_there()
    {
        var gray = new ImageBuffer(2, 2, PixelFormat.Gray8, [1, 2, 3, 4]);
        var frame = gray.Lend();
        Assert.True(new StepImage(frame).TryGetGray(out var pixels));
        Assert.True(pixels == gray.Pixels);
        frame.Release();
        Assert.False(new StepImage(new ImageBuffer(1, 1, PixelFormat.Rgb24, [1, 2, 3]).Lend()).TryGetGray(out _));
        Assert.False(new StepImage(new ImageBuffer(1, 2, PixelFormat.Gray8, [1, 0, 2, 0], stride: 2).Lend()).TryGetGray(out _));
    }

    [Fact]
    [Conformance(256)]
    public void Memory_works_in_other_threads_during_the_call_and_throws_after_it()
    {
        var image = new ImageBuffer(100, 10, PixelFormat.Gray8, NumpyBytes.Samples(1000));
        var frame = image.Lend();
        var memory = new StepImage(frame).Memory;
        var sums = new long[10];
        _ = Parallel.For(0, 10, y => sums[y] = SumKernel.OfAll(memory.Span.Slice(y * 100, 100)));
        Assert.Equal(image.Pixels.Sum(value => (long)value), sums.Sum());

        frame.Release();
        var late = Assert.Throws<InvalidOperationException>(() => memory.Span.Length);
        Assert.Contains("borrowed for that call", late.Message, StringComparison.Ordinal);
        _ = Assert.Throws<InvalidOperationException>(() => memory.Slice(3, 5).ToArray());
        _ = Assert.Throws<InvalidOperationException>(() => memory.Pin().Dispose());
    }

    [Fact]
    public unsafe void The_pointer_is_the_first_pixel()
    {
        var image = new ImageBuffer(3, 1, PixelFormat.Gray8, [7, 8, 9]);
        var frame = image.Lend();
        var pointer = new StepImage(frame).Pointer;
        Assert.Equal((7, 8, 9), (pointer[0], pointer[1], pointer[2]));
        using (var pin = new StepImage(frame).Memory[1..].Pin())
        {
            Assert.Equal(8, *(byte*)pin.Pointer);
        }

        frame.Release();
        Assert.True(new StepImage(null).Pointer == null);
    }

    [Fact]
    public void No_picture_is_empty_and_nothing_throws()
    {
        var none = new StepImage(null);
        Assert.True(none.IsEmpty);
        Assert.Equal((0, 0, 0, PixelFormat.None, 0L, ""), (none.Width, none.Height, none.Stride, none.Format, none.TimestampMs, none.CameraId));
        Assert.True(none.Pixels.IsEmpty);
        Assert.True(none.Memory.IsEmpty);
        Assert.True(none.PixelsAs<int>().IsEmpty);
        Assert.False(none.TryGetGray(out _));
        Assert.Equal(0, none.Mean());
        none.CopyGrayTo([]);
    }

    [Theory]
    [InlineData(0, 1, PixelFormat.Gray8, 0, 0)]
    [InlineData(1, 0, PixelFormat.Gray8, 0, 0)]
    [InlineData(2, 2, PixelFormat.Gray8, 3, 0)]
    [InlineData(2, 2, PixelFormat.Rgb24, 4, 0)]
    [InlineData(2, 2, PixelFormat.Rgb24, 8, 4)]
    [InlineData(2, 2, PixelFormat.None, 4, 0)]
    [InlineData(2, 2, (PixelFormat)77, 4, 0)]
    [InlineData(int.MaxValue, int.MaxValue, PixelFormat.Rgb24, 4, 0)]
    public void A_buffer_whose_numbers_do_not_fit_is_refused(int width, int height, PixelFormat format, int bytes, int stride) =>
        Assert.ThrowsAny<ArgumentException>(() => new ImageBuffer(width, height, format, new byte[bytes], stride));

    [Fact]
    public void A_destination_that_is_too_short_is_refused_and_names_the_size()
    {
        var frame = new ImageBuffer(4, 2, PixelFormat.Gray8, new byte[8]).Lend();
        Assert.Contains("needs 8 bytes", Assert.Throws<ArgumentException>(() => new StepImage(frame).CopyGrayTo(new byte[7])).Message, StringComparison.Ordinal);
        frame.Release();
    }

    private static ImageBuffer RandomImage(Random random)
    {
        var format = (PixelFormat)random.Next(1, 4);
        var (width, height) = (random.Next(1, 90), random.Next(1, 20));
        var stride = (width * format.BytesPerPixel()) + (random.Next(2) * random.Next(9));
        var pixels = new byte[stride * height];
        random.NextBytes(pixels);
        return new(width, height, format, pixels, stride);
    }

    private static int LumaAt(ImageBuffer image, int x, int y)
    {
        var at = (y * image.Stride) + (x * image.Format.BytesPerPixel());
        return image.Format switch
        {
            PixelFormat.Gray8 => 256 * image.Pixels[at],
            PixelFormat.Rgb24 => (77 * image.Pixels[at]) + (150 * image.Pixels[at + 1]) + (29 * image.Pixels[at + 2]),
            _ => (29 * image.Pixels[at]) + (150 * image.Pixels[at + 1]) + (77 * image.Pixels[at + 2]),
        };
    }
}
