using System.Text;
using ProcVision.Fuzz.Pictures;
using ProcVision.Sdk.Tests.Protocol;

namespace ProcVision.Sdk.Tests.Imaging;

/// <summary>Pictures that a host writes while they are read: the old one, the new one or a refusal, never a mixture.</summary>
public class RewrittenPictureTests
{
    private const string Id = "picture-of-camera-1";
    private const string StillWritten = "写完并关闭文件";

    [Theory]
    [InlineData(Rewriting.Truncating)]
    [InlineData(Rewriting.Overwriting)]
    [InlineData(Rewriting.Mapping)]
    [InlineData(Rewriting.Recreating)]
    [InlineData(Rewriting.Renaming)]
    public void A_picture_read_while_it_is_rewritten_is_of_one_piece(Rewriting rewriting)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Leases are a Linux thing.");
        ReadWhileRewriting(rewriting, PictureFiles.Of, pictures: 80, longestPause: 2);
    }

    // The last write must be older than the clock tells apart: hence fewer pictures and longer pauses.
    [Theory]
    [InlineData(Rewriting.Truncating, false)]
    [InlineData(Rewriting.Recreating, false)]
    [InlineData(Rewriting.Renaming, false)]
    [InlineData(Rewriting.Truncating, true)]
    [InlineData(Rewriting.Recreating, true)]
    [InlineData(Rewriting.Renaming, true)]
    public void Without_leases_too_a_picture_read_while_it_is_rewritten_is_of_one_piece(Rewriting rewriting, bool portable)
    {
        Assert.SkipUnless(portable || OperatingSystem.IsLinux(), "The Linux way of reading files.");
        ReadWhileRewriting(rewriting, directory => WithoutLeases(directory, portable), pictures: 15, longestPause: 60);
    }

    [Fact]
    public async Task A_picture_that_is_still_being_written_is_waited_for()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Leases are a Linux thing.");
        using var temporary = new TemporaryDirectory();
        var whole = Picture(7);
        var source = new ImageDirectory(PictureFiles.Of(temporary.Path), null);
        using var file = new FileStream(temporary[Id + ".npy"], FileMode.Create, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        file.Write(whole, 0, 5000);
        var reading = Task.Run(
            () =>
            {
                // A busy machine may let the writer wait longer than we do: never is the part read that is there.
                ImageFrame? frame;
                while ((frame = source.Open(Encoding.UTF8.GetBytes(Id), Unknown, out var reason)) is null)
                {
                    Assert.Contains(StillWritten, reason, StringComparison.Ordinal);
                }

                return new StepImage(frame).Mean();
            },
            TestContext.Current.CancellationToken);
        file.Write(whole, 5000, whole.Length - 5000);
        await file.DisposeAsync();
        Assert.Equal(7, await reading);
    }

    [Fact]
    public void A_file_that_stays_open_for_writing_is_refused_with_the_cure_and_the_next_call_goes_well()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Leases are a Linux thing.");
        using var temporary = new TemporaryDirectory();
        File.WriteAllBytes(temporary[Id + ".npy"], Picture(7));
        var source = new ImageDirectory(PictureFiles.Of(temporary.Path), null);
        using (new FileStream(temporary[Id + ".npy"], FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            Assert.Null(source.Open(Encoding.UTF8.GetBytes(Id), Unknown, out var reason));
            Assert.Contains(StillWritten, reason, StringComparison.Ordinal);
            Assert.Contains(temporary[Id + ".npy"], reason, StringComparison.Ordinal);
        }

        Assert.Equal(7, MeanOf(source));
    }

    [Fact]
    public void What_happens_to_the_file_during_the_call_does_not_matter()
    {
        using var temporary = new TemporaryDirectory();
        var path = temporary[Id + ".npy"];
        File.WriteAllBytes(path, Picture(7));
        var source = new ImageDirectory(new SharedMemoryDirectory(temporary.Path), null);
        Assert.All((Action[])[() => File.WriteAllBytes(path, Picture(8)), () => File.WriteAllBytes(path, []), () => File.Delete(path)], change =>
        {
            File.WriteAllBytes(path, Picture(7));
            var frame = source.Open(Encoding.UTF8.GetBytes(Id), Unknown, out _)!;
            change();
            Assert.Equal(7, new StepImage(frame).Mean());
            frame.Release();
        });
    }

    private static ImageMeta Unknown => new(0, 0, 0, "cam", false);

    private static PictureFiles WithoutLeases(string directory, bool portable) =>
        portable || !OperatingSystem.IsLinux() ? new PortablePictureFiles(directory) : new LinuxPictureFiles(directory, useLeases: false);

    private static void ReadWhileRewriting(Rewriting rewriting, Func<string, PictureFiles> files, int pictures, int longestPause)
    {
        using var temporary = new TemporaryDirectory();
        var random = Seeded.Random(out _);
        byte[][] ofOneValue = [.. Enumerable.Range(0, 256).Select(value => Picture((byte)value))];
        using var host = new RewritingHost(rewriting, temporary[Id + ".npy"], ofOneValue, random, longestPause);
        var source = new ImageDirectory(files(temporary.Path), null);
        var (seen, reads, refused) = (new HashSet<byte>(), 0, 0);
        for (; host.Written < pictures; reads++)
        {
            if (source.Open(Encoding.UTF8.GetBytes(Id), Unknown, out _) is not { } frame)
            {
                refused++;
                continue;
            }

            var pixels = frame.Pixels;
            Assert.True(pixels.IndexOfAnyExcept(pixels[0]) < 0, $"Read {reads}: {pixels[0]}, and from byte {pixels.IndexOfAnyExcept(pixels[0])} on something else.");
            _ = seen.Add(pixels[0]);
            frame.Release();
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{host.Written} written, {reads - refused} read, {refused} refused");
        Assert.True(seen.Count > 5, "The host wrote, and its pictures arrived.");
    }

    private static double MeanOf(ImageDirectory source)
    {
        var frame = source.Open(Encoding.UTF8.GetBytes(Id), Unknown, out var reason);
        Assert.True(frame is not null, reason);
        var mean = new StepImage(frame).Mean();
        frame.Release();
        return mean;
    }

    private static byte[] Picture(byte value) => NumpyBytes.Of("(400, 300, 3)", [.. Enumerable.Repeat(value, 400 * 300 * 3)]);
}
