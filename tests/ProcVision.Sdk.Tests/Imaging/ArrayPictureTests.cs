using System.Text;
using ProcVision.Fuzz.Pictures;

namespace ProcVision.Sdk.Tests.Imaging;

/// <summary>Raw arrays out of the platform's directory, through both ways of reading files.</summary>
public class ArrayPictureTests
{
    private const string Id = "dev-shm:session-1";
    private const string Name = "dev-shm_session-1";

    public static TheoryData<bool> Portable => new(false, true);

    [Theory]
    [MemberData(nameof(Portable))]
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
    [MemberData(nameof(Portable))]
    [Conformance(191, 241, "C30")]
    public void A_picture_that_is_not_there_is_refused_with_the_id_and_the_paths(bool portable)
    {
        using var temporary = new TemporaryDirectory();
        var reason = Refused(Source(temporary, portable), Unknown);
        Assert.StartsWith("图像数据为空", reason, StringComparison.Ordinal);
        Assert.Contains(Id, reason, StringComparison.Ordinal);
        Assert.Contains(temporary[Name + ".npy"], reason, StringComparison.Ordinal);
        Assert.Contains(temporary[Name + ".bin"], reason, StringComparison.Ordinal);
        Assert.StartsWith("图像数据为空", Refused(Source(new SharedMemoryDirectory("/does/not/exist"), portable), Unknown), StringComparison.Ordinal);
    }

    [Fact]
    [Conformance(217)]
    public void An_id_that_is_too_short_is_refused()
    {
        using var temporary = new TemporaryDirectory();
        Assert.StartsWith("无效的共享内存ID", Refused(Source(temporary), Unknown, ""), StringComparison.Ordinal);
        Assert.StartsWith("无效的共享内存ID", Refused(Source(temporary), Unknown, "../../x"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Portable))]
    public void A_directory_in_place_of_the_file_is_refused(bool portable)
    {
        using var temporary = new TemporaryDirectory();
        _ = Directory.CreateDirectory(temporary[Name + ".npy"]);
        Assert.Contains(temporary[Name], Refused(Source(temporary, portable), Unknown), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Portable))]
    [Conformance(545)]
    public void Beside_a_file_that_cannot_be_opened_the_other_one_is_not_taken_for_it(bool portable)
    {
        using var temporary = new TemporaryDirectory();
        _ = Directory.CreateDirectory(temporary[Name + ".bin"]);
        File.WriteAllBytes(temporary[Name + ".npy"], NumpyBytes.Of("(100, 120)", new byte[12000]));
        Assert.StartsWith("无法打开图像", Refused(Source(temporary, portable), Unknown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_named_pipe_in_place_of_the_file_does_not_block()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Named pipes in directories are a Unix thing.");
        using var temporary = new TemporaryDirectory();
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", temporary[Name + ".npy"]))
        {
            await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, mkfifo.ExitCode);
        }

        Assert.Contains("不是普通文件", Refused(Source(temporary), Unknown), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_refused_with_the_reason()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("This user may read every file.");
            return;
        }

        using var temporary = new TemporaryDirectory();
        File.WriteAllBytes(temporary[Name + ".npy"], NumpyBytes.Of("(100, 120)", new byte[12000]));
        File.SetUnixFileMode(temporary[Name + ".npy"], UnixFileMode.None);
        Assert.Contains("无法打开图像", Refused(Source(temporary), Unknown), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Portable))]
    [Conformance(195)]
    public void An_empty_file_is_refused(bool portable)
    {
        using var temporary = new TemporaryDirectory();
        File.WriteAllBytes(temporary[Name + ".npy"], []);
        Assert.StartsWith("图像数据为空", Refused(Source(temporary, portable), Unknown), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Portable))]
    public void A_file_deleted_after_the_checks_is_still_the_picture(bool portable)
    {
        using var temporary = new TemporaryDirectory();
        var samples = NumpyBytes.Samples(12000);
        File.WriteAllBytes(temporary[Name + ".npy"], NumpyBytes.Of("(100, 120)", samples));
        var frame = Opened(Source(temporary, portable), Unknown);
        File.Delete(temporary[Name + ".npy"]);
        Assert.True(frame.Pixels.SequenceEqual(samples));
        frame.Release();
    }

    [Fact]
    [Conformance(236)]
    public void Two_ids_with_one_name_share_the_file_as_on_the_platform()
    {
        using var temporary = new TemporaryDirectory();
        File.WriteAllBytes(temporary["camera_1_x.npy"], NumpyBytes.Of("(100, 120)", new byte[12000]));
        var source = Source(temporary);
        Opened(source, Unknown, "camera:1:x").Release();
        Opened(source, Unknown, "camera/1 x").Release();
    }

    [Theory]
    [InlineData("dev-shm:4f1c", "dev-shm_4f1c")]
    [InlineData("shm:sid-123", "shm_sid-123")]
    [InlineData("dev-shm:sid-1:cur", "dev-shm_sid-1_cur")]
    [InlineData("shm-7f0e4a-cur", "shm-7f0e4a-cur")]
    [InlineData("pv_shm_s-1:cam-2", "pv_shm_s-1_cam-2")]
    [InlineData("相机一号/图像:甲", "_________")]
    [Conformance(234, 236, "C32")]
    public void Every_form_of_id_is_taken_for_the_file_that_the_platform_makes_of_it(string id, string name)
    {
        using var temporary = new TemporaryDirectory();
        File.WriteAllBytes(temporary[name + ".npy"], NumpyBytes.Of("(100, 120)", [.. Enumerable.Repeat((byte)9, 12000)]));
        var frame = Opened(Source(temporary), Unknown, id);
        Assert.Equal(9, new StepImage(frame).Mean());
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
    [Conformance(239, 545)]
    public void Of_two_files_of_the_same_time_the_array_counts_and_a_broken_newer_one_is_no_reason_to_take_the_older()
    {
        using var temporary = new TemporaryDirectory();
        File.WriteAllBytes(temporary[Name + ".npy"], NumpyBytes.Of("(100, 120)", new byte[12000]));
        File.WriteAllBytes(temporary[Name + ".bin"], [1, 2, 3]);
        var time = DateTime.UtcNow.AddMinutes(-1);
        File.SetLastWriteTimeUtc(temporary[Name + ".npy"], time);
        File.SetLastWriteTimeUtc(temporary[Name + ".bin"], time);
        Opened(Source(temporary), Unknown).Release();
        File.SetLastWriteTimeUtc(temporary[Name + ".bin"], time.AddSeconds(1));
        Assert.Contains(".bin", Refused(Source(temporary), Unknown), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_is_followed_as_on_the_platform()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making a link needs a privilege here.");
        using var temporary = new TemporaryDirectory();
        using var elsewhere = new TemporaryDirectory();
        File.WriteAllBytes(elsewhere["x.npy"], NumpyBytes.Of("(100, 120)", new byte[12000]));
        _ = File.CreateSymbolicLink(temporary[Name + ".npy"], elsewhere["x.npy"]);
        Opened(Source(temporary), Unknown).Release();
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

    [Fact]
    public void No_call_leaves_a_file_open()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Counts the entries of /proc/self/fd.");
        using var temporary = new TemporaryDirectory();
        File.WriteAllBytes(temporary["good-one.npy"], NumpyBytes.Of("(100, 120)", new byte[12000]));
        File.WriteAllBytes(temporary["good-one.bin"], [1, 2, 3]);
        File.SetLastWriteTimeUtc(temporary["good-one.bin"], DateTime.UtcNow.AddSeconds(-5)); // the later one is the picture (545)
        File.WriteAllBytes(temporary["short-one.npy"], NumpyBytes.Of("(100, 120)", new byte[11000]));
        File.WriteAllBytes(temporary["text-file.bin"], "no picture"u8.ToArray());
        var source = Source(temporary);
        for (var i = 0; i < 50; i++)
        {
            Opened(source, Unknown, "good-one").Release();
            _ = Refused(source, Unknown, "short-one");
            _ = Refused(source, Unknown, "text-file");
            _ = Refused(source, Unknown, "not-there");
        }

        Assert.DoesNotContain(
            Directory.GetFiles("/proc/self/fd"),
            entry => new FileInfo(entry).LinkTarget?.StartsWith(temporary.Path, StringComparison.Ordinal) == true);
    }

    private static ImageMeta Unknown => new(0, 0, 0, "cam", false);

    private static ImageDirectory Source(TemporaryDirectory directory, bool portable = false) => Source(new SharedMemoryDirectory(directory.Path), portable);

    private static ImageDirectory Source(SharedMemoryDirectory directory, bool portable) =>
        portable ? new(new PortablePictureFiles(directory.Path), null) : new(directory, null);

    private static ImageFrame Opened(ImageDirectory source, ImageMeta meta, string id = Id)
    {
        var frame = source.Open(Encoding.UTF8.GetBytes(id), meta, out var reason);
        Assert.Equal("", reason);
        Assert.NotNull(frame);
        return frame;
    }

    private static string Refused(ImageDirectory source, ImageMeta meta, string id = Id)
    {
        Assert.Null(source.Open(Encoding.UTF8.GetBytes(id), meta, out var reason));
        Assert.NotEmpty(reason);
        return reason;
    }
}
