using System.Text;
using ProcVision.Sdk.Tests.Imaging;
using ProcVision.Sdk.Tests.Protocol;

namespace ProcVision.Imaging.Tests;

/// <summary>JPEG files that a host rewrites while they are read: exactly one of its pictures or a refusal.</summary>
public class RewrittenJpegTests
{
    private const string Id = "picture-of-camera-1";

    [Theory]
    [InlineData(Rewriting.Truncating, false)]
    [InlineData(Rewriting.Truncating, true)]
    [InlineData(Rewriting.Recreating, true)]
    [InlineData(Rewriting.Renaming, true)]
    public void A_jpeg_read_while_it_is_rewritten_is_one_of_the_pictures_written(Rewriting rewriting, bool useNativeJpeg)
    {
        Assert.SkipUnless(TurboJpeg.IsAvailable || !useNativeJpeg, "libturbojpeg is not installed here.");
        var random = Seeded.Random(out _);
        var decoder = new JpegPngDecoder(useNativeJpeg);
        byte[][] files = [.. Photographs.Variants().Where(one => one.Name.Contains("117x103", StringComparison.Ordinal)).Select(one => Photographs.Bytes(one.Name))];
        HashSet<string> written = [.. files.Select(file => Decoding.Sha256(Decoding.Pixels(decoder, file)))];
        var directory = new SharedMemoryDirectory(Directory.CreateTempSubdirectory("procvision-images-").FullName);
        try
        {
            using var host = new RewritingHost(rewriting, directory.EncodedPath(Id), files, random, longestPause: 2);
            var source = new ImageDirectory(directory, decoder);
            var read = new HashSet<string>();
            while (host.Written < 150)
            {
                if (source.Open(Encoding.UTF8.GetBytes(Id), default, out _) is { } frame)
                {
                    read.Add(Decoding.Sha256(frame.Pixels.ToArray()));
                    frame.Release();
                }
            }

            Assert.Subset(written, read);
            Assert.True(read.Count > 2, "The host wrote, and its pictures arrived.");
        }
        finally
        {
            Directory.Delete(directory.Path, recursive: true);
        }
    }
}
