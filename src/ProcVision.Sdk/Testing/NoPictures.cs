namespace ProcVision.Testing;

/// <summary>The source of a test that gave no picture: never invents one (C30).</summary>
internal sealed class NoPictures : IImageSource
{
    public ImageFrame? Open(scoped ReadOnlySpan<byte> id, in ImageMeta meta, out string reason)
    {
        reason = "图像数据为空: 测试没有给出图像";
        return null;
    }
}
