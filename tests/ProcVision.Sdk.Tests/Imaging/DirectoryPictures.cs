using System.Text;

namespace ProcVision.Sdk.Tests.Imaging;

/// <summary>Pictures of a directory as a call asks for them.</summary>
public static class DirectoryPictures
{
    internal const string Id = "dev-shm:session-1";
    internal const string Name = "dev-shm_session-1";

    public static TheoryData<bool> Portable => new(false, true);

    internal static ImageMeta Unknown => new(0, 0, 0, "cam", false);

    internal static ImageDirectory Source(TemporaryDirectory directory, bool portable = false) => Source(new SharedMemoryDirectory(directory.Path), portable);

    internal static ImageDirectory Source(SharedMemoryDirectory directory, bool portable) =>
        portable ? new(new PortablePictureFiles(directory.Path), null) : new(directory, null);

    internal static ImageFrame Opened(ImageDirectory source, ImageMeta meta, string id = Id)
    {
        var frame = source.Open(Encoding.UTF8.GetBytes(id), meta, out var reason);
        Assert.Equal("", reason);
        Assert.NotNull(frame);
        return frame;
    }

    internal static string Refused(ImageDirectory source, ImageMeta meta, string id = Id)
    {
        Assert.Null(source.Open(Encoding.UTF8.GetBytes(id), meta, out var reason));
        Assert.NotEmpty(reason);
        return reason;
    }
}
