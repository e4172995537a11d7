using System.Text;
using ProcVision.Fuzz.Pictures;

namespace ProcVision.Imaging.Tests;

/// <summary>Every form of JPEG and PNG on the platform's way: the right pixels or a reason, never a picture gone wrong (conformance 544).</summary>
public sealed class PictureFormTests : IDisposable
{
    private const string Id = "dev-shm:session-1";
    private const int Width = 120, Height = 100;

    private readonly SharedMemoryDirectory _directory = new(Directory.CreateTempSubdirectory("procvision-images-").FullName);

    public void Dispose() => Directory.Delete(_directory.Path, recursive: true);

    [Theory]
    [InlineData(0, PixelFormat.Gray8, new byte[] { 200 }, new byte[] { 200 })]
    [InlineData(2, PixelFormat.Rgb24, new byte[] { 10, 20, 30 }, new byte[] { 10, 20, 30 })]
    [InlineData(3, PixelFormat.Rgb24, new byte[] { 1 }, new byte[] { 40, 50, 60 })]
    [InlineData(4, PixelFormat.Gray8, new byte[] { 200, 0 }, new byte[] { 200 })]
    [InlineData(6, PixelFormat.Rgb24, new byte[] { 10, 20, 30, 0 }, new byte[] { 10, 20, 30 })]
    [Conformance(232, 244, 544, "C31")]
    public void A_png_of_every_colour_type_gives_its_colours_and_transparency_is_dropped_not_blended(byte colorType, PixelFormat format, byte[] pixel, byte[] expected)
    {
        var frame = Opened(Png(colorType, 8, pixel));
        Assert.Equal((Width, Height, format), (frame.Width, frame.Height, frame.Format));
        Assert.Equal([.. Enumerable.Repeat(expected, Width * Height).SelectMany(value => value)], frame.Pixels.ToArray());
        frame.Release();
    }

    [Theory]
    [InlineData(0, new byte[] { 200 }, new byte[] { 0, 200 }, new byte[] { 200 })]
    [InlineData(2, new byte[] { 10, 20, 30 }, new byte[] { 0, 10, 0, 20, 0, 30 }, new byte[] { 10, 20, 30 })]
    [InlineData(3, new byte[] { 1 }, new byte[] { 0, 0 }, new byte[] { 40, 50, 60 })]
    [Conformance(244, 544)]
    public void A_colour_marked_as_transparent_stays_that_colour(byte colorType, byte[] pixel, byte[] transparent, byte[] expected)
    {
        var file = Png(colorType, 8, pixel);
        var data = file.AsSpan().IndexOf("IDAT"u8) - 4;
        var frame = Opened([.. file[..data], .. PngWriter.Chunk("tRNS"u8, transparent), .. file[data..]]);
        Assert.Equal(expected, frame.Pixels[..expected.Length].ToArray());
        frame.Release();
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(2, 6)]
    [InlineData(4, 4)]
    [InlineData(6, 8)]
    [Conformance(544, "C30")]
    public void Sixteen_bits_per_sample_are_refused_with_the_cure(byte colorType, int bytesPerPixel)
    {
        var file = new PngWriter { Width = Width, Height = Height, ColorType = colorType, BitDepth = 16 }.Wrap(new byte[Height * (1 + (Width * bytesPerPixel))]);
        Assert.Contains("16 位", Refused(file), StringComparison.Ordinal);
    }

    [Fact]
    [Conformance(544, "C30")]
    public void Four_inks_are_refused_with_the_cure() => Assert.Contains("CMYK", Refused(Photographs.Bytes("Refused/cmyk.jpg")), StringComparison.Ordinal);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Conformance(232, "C31")]
    public void A_jpeg_in_every_sampling_progression_and_restart_interval_is_a_picture(bool useNativeJpeg)
    {
        Assert.SkipUnless(TurboJpeg.IsAvailable || !useNativeJpeg, "libturbojpeg is not installed here.");
        Assert.All(Photographs.Variants().Where(variant => variant.Name.Contains("117x103", StringComparison.Ordinal)), variant =>
        {
            var frame = Opened(Photographs.Bytes(variant.Name), useNativeJpeg);
            Assert.Equal((117, 103), (frame.Width, frame.Height));
            Assert.Equal(variant.Name.Contains("gray", StringComparison.Ordinal) ? PixelFormat.Gray8 : PixelFormat.Rgb24, frame.Format);
            Assert.True(new StepImage(frame).Mean() > 0);
            frame.Release();
        });
    }

    private static byte[] Png(byte colorType, byte bitDepth, byte[] pixel) => new PngWriter
    {
        Width = Width,
        Height = Height,
        ColorType = colorType,
        BitDepth = bitDepth,
        Palette = colorType == 3 ? [1, 2, 3, 40, 50, 60] : [],
    }.Write([.. Enumerable.Repeat(pixel, Width * Height).SelectMany(value => value)]);

    private ImageFrame Opened(byte[] file, bool useNativeJpeg = true)
    {
        _directory.WriteEncoded(Id, file);
        var frame = new ImageDirectory(_directory, new JpegPngDecoder(useNativeJpeg)).Open(Encoding.UTF8.GetBytes(Id), default, out var reason);
        Assert.Equal("", reason);
        return frame!;
    }

    private string Refused(byte[] file)
    {
        _directory.WriteEncoded(Id, file);
        Assert.Null(new ImageDirectory(_directory, new JpegPngDecoder()).Open(Encoding.UTF8.GetBytes(Id), default, out var reason));
        return reason;
    }
}
