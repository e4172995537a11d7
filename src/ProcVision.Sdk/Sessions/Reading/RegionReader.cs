namespace ProcVision;

/// <summary>
/// Reads a session region without the author's types, at any time: while its writer goes on in another process, after it was killed, or out of a file
/// that was left behind (docs/session-format.md). Nothing that stands in it is believed.
/// </summary>
internal static class RegionReader
{
    /// <summary>How often a region is begun anew that changes hands meanwhile: each detection takes longer than a look.</summary>
    private const int Looks = 100;

    /// <summary>Copies everything out. A value that is wrong, or never stands still, is a problem and costs only itself.</summary>
    /// <param name="memory">Need not be writable.</param>
    /// <exception cref="SessionRegionException">It is no region, not whole, or of a version that is not known; the message says which.</exception>
    internal static RegionContent Read(RegionMemory memory)
    {
        try
        {
            var view = new RegionView(memory);
            RequireHeader(view);
            for (var i = 0; i < Looks; i++)
            {
                try
                {
                    return new RegionPass(view).Read();
                }
                catch (RegionMovedOn)
                {
                    Thread.Yield();
                }
            }

            throw new SessionRegionException($"会话区域一直在更换检测流程，{Looks} 次都未读完；请稍后再读");
        }
        finally
        {
            GC.KeepAlive(memory);
        }
    }

    private static void RequireHeader(RegionView view)
    {
        if (!RegionMemory.IsSize(view.Size))
        {
            throw new SessionRegionException(
                $"不是会话区域: {view.Size} 字节，应为 {RegionFormat.SmallestSize} 到 {RegionFormat.LargestSize}，{RegionMemory.SizeUnit} 的倍数；请检查文件是否完整");
        }

        if (!view.Copy(RegionFormat.MagicAt, RegionFormat.Magic.Length).AsSpan().SequenceEqual(RegionFormat.Magic))
        {
            // A region is zeroed memory until its owner has made it.
            throw new SessionRegionException(view.Word(RegionFormat.MagicAt) == 0 ? "会话区域尚未就绪；请稍后再读" : "不是会话区域: 文件标识不符；请检查名称");
        }

        var version = view.Number<uint>(RegionFormat.VersionAt);
        Volatile.ReadBarrier();
        if (version != RegionFormat.Version)
        {
            throw new SessionRegionException(version == 0 ? "会话区域尚未就绪；请稍后再读" : $"会话区域的格式版本是 {version}，此程序只认识 {RegionFormat.Version}；请更新此程序");
        }

        if (view.Number<uint>(RegionFormat.SizeAt) is var size && size != view.Size)
        {
            throw new SessionRegionException($"会话区域不完整: 应有 {size} 字节，实际 {view.Size} 字节");
        }

        var generation = view.Word(RegionFormat.GenerationAt);
        if ((generation & ~(RegionFormat.GenerationMask | RegionFormat.OpenBit)) != 0 || (generation & RegionFormat.GenerationMask) > RegionFormat.LastGeneration)
        {
            throw new SessionRegionException($"会话区域已损坏: 代号 0x{generation:X16} 无效");
        }
    }
}
