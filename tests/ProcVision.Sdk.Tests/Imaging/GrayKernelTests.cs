using ProcVision.Sdk.Tests.Protocol;

namespace ProcVision.Sdk.Tests.Imaging;

public class GrayKernelTests
{
    [Fact]
    public void Vector_and_scalar_forms_give_the_same_gray_for_every_length_and_format()
    {
        var random = Seeded.Random(out _);
        for (var count = 0; count < 300; count++)
        {
            foreach (var format in (PixelFormat[])[PixelFormat.Rgb24, PixelFormat.Bgr24])
            {
                var pixels = new byte[count * 3];
                random.NextBytes(pixels);
                byte[] fast = [.. Enumerable.Repeat((byte)0xAA, count + 20)], slow = new byte[count];
                GrayKernel.Convert(pixels, format, fast.AsSpan(0, count));
                GrayKernel.Scalar(pixels, format, slow);
                Assert.Equal(slow, fast[..count]);
                Assert.All(fast[count..], value => Assert.Equal(0xAA, value));
            }
        }
    }

    [Fact]
    public void Vector_and_scalar_forms_give_the_same_sums_for_every_length()
    {
        var random = Seeded.Random(out _);
        for (var count = 0; count < 400; count++)
        {
            var bytes = new byte[count];
            random.NextBytes(bytes);
            Assert.Equal(SumKernel.Scalar(bytes), SumKernel.OfThree(bytes));
            Assert.Equal(bytes.Sum(value => (long)value), SumKernel.OfAll(bytes));
        }
    }

    [Fact]
    public void White_sums_of_the_largest_picture_do_not_overflow()
    {
        var white = new byte[48 * 1_000_000];
        white.AsSpan().Fill(255);
        Assert.Equal((16_000_000L * 255, 16_000_000L * 255, 16_000_000L * 255), SumKernel.OfThree(white));
    }

    [Fact]
    public void A_gray_colour_keeps_its_value()
    {
        var pixels = new byte[256 * 3];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)(i / 3);
        }

        var gray = new byte[256];
        GrayKernel.Convert(pixels, PixelFormat.Rgb24, gray);
        Assert.Equal(Enumerable.Range(0, 256).Select(value => (byte)value), gray);
    }

    [Theory]
    [InlineData(PixelFormat.Rgb24, 77, 150, 29)]
    [InlineData(PixelFormat.Bgr24, 29, 150, 77)]
    public void The_order_of_the_bytes_decides_the_weights(PixelFormat format, int first, int second, int third)
    {
        var pixels = new byte[16 * 9];
        pixels[0] = pixels[4] = pixels[8] = 255;
        var gray = new byte[48];
        GrayKernel.Convert(pixels, format, gray);
        Assert.Equal([(byte)(((first * 255) + 128) >> 8), (byte)(((second * 255) + 128) >> 8), (byte)(((third * 255) + 128) >> 8)], gray[..3]);
    }
}
