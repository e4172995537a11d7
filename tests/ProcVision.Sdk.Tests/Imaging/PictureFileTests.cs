using ProcVision.Fuzz.Pictures;
using static ProcVision.Sdk.Tests.Imaging.DirectoryPictures;

namespace ProcVision.Sdk.Tests.Imaging;

/// <summary>Which file of the platform's directory is the picture of an id, and what stands in its place, through both ways of reading files.</summary>
public class PictureFileTests
{
    [Theory]
    [MemberData(nameof(Portable), MemberType = typeof(DirectoryPictures))]
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
    [MemberData(nameof(Portable), MemberType = typeof(DirectoryPictures))]
    public void A_directory_in_place_of_the_file_is_refused(bool portable)
    {
        using var temporary = new TemporaryDirectory();
        _ = Directory.CreateDirectory(temporary[Name + ".npy"]);
        Assert.Contains(temporary[Name], Refused(Source(temporary, portable), Unknown), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Portable), MemberType = typeof(DirectoryPictures))]
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
    [MemberData(nameof(Portable), MemberType = typeof(DirectoryPictures))]
    [Conformance(195)]
    public void An_empty_file_is_refused(bool portable)
    {
        using var temporary = new TemporaryDirectory();
        File.WriteAllBytes(temporary[Name + ".npy"], []);
        Assert.StartsWith("图像数据为空", Refused(Source(temporary, portable), Unknown), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Portable), MemberType = typeof(DirectoryPictures))]
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
}
