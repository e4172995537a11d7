namespace ProcVision.Imaging.Tests;

public class ImageFileTests
{
    [Fact]
    public void A_photograph_is_loaded_with_pixels_of_its_own()
    {
        var blades = ImageFile.Load(Photographs.Blades);
        Assert.Equal((800, 600, PixelFormat.Rgb24, 2400), (blades.Width, blades.Height, blades.Format, blades.Stride));
        Assert.NotSame(blades.Pixels, ImageFile.Load(Photographs.Blades).Pixels);
    }

    [Fact]
    public void What_is_no_picture_is_refused_with_its_path()
    {
        var path = Photographs.PathOf("README.md");
        Assert.Contains(path, Assert.Throws<ImageException>(() => ImageFile.Load(path)).Message, StringComparison.Ordinal);
        _ = Assert.Throws<FileNotFoundException>(() => ImageFile.Load(Photographs.PathOf("missing.png")));
    }

    [Fact]
    public void A_buffer_of_another_size_is_refused_before_anything_is_written()
    {
        var file = File.ReadAllBytes(Photographs.Coins);
        Assert.True(ImageHeader.TryRead(file, out var header, out _));
        Assert.Contains("116352", Assert.Throws<ArgumentException>(() => new JpegPngDecoder().Decode(file, header, new byte[116351])).Message, StringComparison.Ordinal);
    }

    [Fact]
    [Conformance(544)]
    public void An_orientation_mark_is_ignored_as_on_the_platform()
    {
        // TIFF header, one entry: orientation (0x0112) = 6, turn right.
        byte[] exif = [.. "Exif\0\0MM\0*\0\0\0\b"u8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
        var file = File.ReadAllBytes(Photographs.Blades);
        byte[] turned = [.. file[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. file[2..]];
        Assert.Equal(Decoding.Pixels(new JpegPngDecoder(), file), Decoding.Pixels(new JpegPngDecoder(), turned));
    }
}
