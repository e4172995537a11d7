using System.Text;

namespace ProcVision.Imaging.Tests;

/// <summary>JPEG and PNG out of the platform's directory.</summary>
public sealed class EncodedPictureTests : IDisposable
{
    private const string Id = "dev-shm:session-1";

    private readonly SharedMemoryDirectory _directory = new(Directory.CreateTempSubdirectory("procvision-images-").FullName);

    private static ImageMeta Unknown => new(0, 0, 1700000000123, "cam-1", false);

    public void Dispose() => Directory.Delete(_directory.Path, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Conformance(232, 237, 240, 251, 522, "C30", "C31")]
    public void A_jpeg_with_a_meta_of_zero_has_its_real_size(bool useNativeJpeg)
    {
        _directory.WriteEncoded(Id, File.ReadAllBytes(Photographs.Blades));
        var frame = Opened(Unknown, useNativeJpeg);
        Assert.Equal((800, 600, 2400, PixelFormat.Rgb24, 1700000000123, "cam-1"), (frame.Width, frame.Height, frame.Stride, frame.Format, frame.TimestampMs, frame.CameraId));
        Assert.True(frame.Pixels.SequenceEqual(Decoding.Pixels(new JpegPngDecoder(useNativeJpeg), File.ReadAllBytes(Photographs.Blades))));
        frame.Release();
    }

    [Fact]
    [Conformance(232, "C31")]
    public void A_png_under_the_same_name_is_told_by_its_first_bytes()
    {
        _directory.WriteEncoded(Id, File.ReadAllBytes(Photographs.Coins));
        var frame = Opened(new(384, 303, 0, "", false));
        Assert.Equal(PixelFormat.Gray8, frame.Format);
        Assert.True(frame.Pixels.SequenceEqual(ImageFile.Load(Photographs.Coins).Pixels));
        frame.Release();
    }

    [Fact]
    [Conformance(243)]
    public void Bgr_in_the_meta_does_not_concern_encoded_files()
    {
        _directory.WriteEncoded(Id, File.ReadAllBytes(Photographs.Blades));
        var frame = Opened(Unknown with { IsBgr = true });
        Assert.Equal(PixelFormat.Rgb24, frame.Format);
        frame.Release();
    }

    [Fact]
    [Conformance(230, "C30")]
    public void A_size_other_than_its_meta_is_refused_with_both()
    {
        _directory.WriteEncoded(Id, File.ReadAllBytes(Photographs.Blades));
        var reason = Refused(new(640, 480, 0, "", false));
        Assert.Contains("800x600", reason, StringComparison.Ordinal);
        Assert.Contains("640x480", reason, StringComparison.Ordinal);
    }

    [Fact]
    [Conformance(239, 545)]
    public void The_later_of_two_files_counts()
    {
        var array = new ImageBuffer(120, 100, PixelFormat.Gray8, new byte[12_000]);
        _directory.WriteArray(Id, array);
        var stale = File.ReadAllBytes(_directory.ArrayPath(Id));
        _directory.WriteEncoded(Id, File.ReadAllBytes(Photographs.Coins));
        File.WriteAllBytes(_directory.ArrayPath(Id), stale);

        File.SetLastWriteTimeUtc(_directory.ArrayPath(Id), DateTime.UtcNow.AddSeconds(-5));
        Assert.Equal(384, WidthOfPicture());
        File.SetLastWriteTimeUtc(_directory.ArrayPath(Id), DateTime.UtcNow.AddSeconds(5));
        Assert.Equal(120, WidthOfPicture());
        File.SetLastWriteTimeUtc(_directory.EncodedPath(Id), File.GetLastWriteTimeUtc(_directory.ArrayPath(Id)));
        Assert.Equal(120, WidthOfPicture());
    }

    [Fact]
    [Conformance(194)]
    public void What_is_no_picture_is_refused_with_its_first_bytes_and_path()
    {
        _directory.WriteEncoded(Id, "GIF89a, a picture of another kind"u8);
        var reason = Refused(Unknown);
        Assert.Contains("474946383961", reason, StringComparison.Ordinal);
        Assert.Contains(_directory.EncodedPath(Id), reason, StringComparison.Ordinal);
        _directory.WriteEncoded(Id, []);
        Assert.StartsWith("图像数据为空", Refused(Unknown), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_gigabytes_is_refused_unread()
    {
        _directory.WriteEncoded(Id, File.ReadAllBytes(Photographs.Coins));
        using (var file = new FileStream(_directory.EncodedPath(Id), FileMode.Open, FileAccess.Write))
        {
            file.SetLength(3L << 30); // a hole, not data
        }

        Assert.Contains("过大", Refused(Unknown), StringComparison.Ordinal);
    }

    [Fact]
    [Conformance(194, 241, "C30")]
    public void A_file_cut_short_is_refused_before_the_step_and_damage_inside_at_the_first_use()
    {
        var file = File.ReadAllBytes(Photographs.Blades);
        _directory.WriteEncoded(Id, file.AsSpan(0, file.Length / 2));
        Assert.Contains("不完整", Refused(Unknown), StringComparison.Ordinal);

        _directory.WriteEncoded(Id, [.. file[..^5000], 0xFF, 0xD9]);
        foreach (var useNativeJpeg in (bool[])[false, true])
        {
            var frame = Opened(Unknown, useNativeJpeg);
            Assert.Equal(800, frame.Width);
            for (var i = 0; i < 2; i++)
            {
                Assert.Equal(ErrorCode.ImageLoadFailed, Assert.Throws<ImageException>(() => new StepImage(frame).Mean()).Code);
            }

            _ = Assert.Throws<ImageException>(() => new StepImage(frame).Memory.Length);
            frame.Release();
        }
    }

    [Fact]
    public void A_broken_body_is_told_with_the_name_that_the_picture_has_in_its_call()
    {
        var source = new ImageDirectory(_directory, new JpegPngDecoder());
        _directory.WriteEncoded(Id, [.. File.ReadAllBytes(Photographs.Blades)[..^5000], 0xFF, 0xD9]);
        for (var i = 0; i < 2; i++)
        {
            var guide = Opened(source, Unknown);
            guide.Subject = "引导图";
            Assert.StartsWith("引导图: ", Assert.Throws<ImageException>(() => new StepImage(guide).Mean()).Message, StringComparison.Ordinal);
            Assert.StartsWith("引导图: ", Assert.Throws<ImageException>(() => new StepImage(guide).Mean()).Message, StringComparison.Ordinal);
            guide.Release();

            // The same frame out of the pool, lent as the camera's picture.
            var camera = Opened(source, Unknown);
            Assert.DoesNotContain("引导图", Assert.Throws<ImageException>(() => new StepImage(camera).Mean()).Message, StringComparison.Ordinal);
            camera.Release();
        }
    }

    [Fact]
    public void After_a_damaged_picture_the_next_one_is_whole()
    {
        var source = new ImageDirectory(_directory, new JpegPngDecoder());
        var file = File.ReadAllBytes(Photographs.Blades);
        for (var i = 0; i < 3; i++)
        {
            _directory.WriteEncoded(Id, [.. file[..^5000], 0xFF, 0xD9]);
            var damaged = Opened(source, Unknown);
            _ = Assert.Throws<ImageException>(() => new StepImage(damaged).Mean());
            damaged.Release();
            _directory.WriteEncoded(Id, file);
            var whole = Opened(source, Unknown);
            Assert.True(whole.Pixels.SequenceEqual(ImageFile.Load(Photographs.Blades).Pixels));
            whole.Release();
        }
    }

    [Fact]
    public void Without_a_decoder_encoded_files_are_refused_and_arrays_are_not()
    {
        var source = new ImageDirectory(_directory, null);
        _directory.WriteEncoded(Id, File.ReadAllBytes(Photographs.Coins));
        Assert.Null(source.Open(Encoding.UTF8.GetBytes(Id), Unknown, out var reason));
        Assert.Contains("解码器", reason, StringComparison.Ordinal);
        _directory.WriteArray(Id, ImageFile.Load(Photographs.Coins));
        Opened(source, Unknown).Release();
    }

    [Fact]
    public void A_file_deleted_after_the_checks_is_still_the_picture()
    {
        _directory.WriteEncoded(Id, File.ReadAllBytes(Photographs.Coins));
        var frame = Opened(Unknown);
        _directory.Delete(Id);
        Assert.True(frame.Pixels.SequenceEqual(ImageFile.Load(Photographs.Coins).Pixels));
        frame.Release();
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 40_000)]
    public void A_warm_jpeg_call_allocates_nothing_and_without_the_native_library_only_tables(bool useNativeJpeg, long most)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The portable way of opening files makes a handle object per file.");
        Assert.SkipUnless(TurboJpeg.IsAvailable || !useNativeJpeg, "libturbojpeg is not installed here.");
        _directory.WriteEncoded(Id, File.ReadAllBytes(Photographs.Blades));
        var source = new ImageDirectory(_directory, new JpegPngDecoder(useNativeJpeg));
        var id = Encoding.UTF8.GetBytes(Id);

        // What the code itself allocates, it allocates every time; code on its way to the optimized one may do so once more.
        var least = long.MaxValue;
        for (var i = 0; i < 10; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var frame = source.Open(id, Unknown, out _)!;
            _ = frame.Pixels.Length;
            frame.Release();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.InRange(least, 0, most);
    }

    private int WidthOfPicture()
    {
        var frame = Opened(Unknown);
        var width = frame.Width;
        frame.Release();
        return width;
    }

    private ImageFrame Opened(ImageMeta meta, bool useNativeJpeg = true) => Opened(new ImageDirectory(_directory, new JpegPngDecoder(useNativeJpeg)), meta);

    private static ImageFrame Opened(ImageDirectory source, ImageMeta meta)
    {
        var frame = source.Open(Encoding.UTF8.GetBytes(Id), meta, out var reason);
        Assert.Equal("", reason);
        return frame!;
    }

    private string Refused(ImageMeta meta)
    {
        Assert.Null(new ImageDirectory(_directory, new JpegPngDecoder()).Open(Encoding.UTF8.GetBytes(Id), meta, out var reason));
        return reason;
    }
}
