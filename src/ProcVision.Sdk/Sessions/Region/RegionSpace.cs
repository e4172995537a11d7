namespace ProcVision;

/// <summary>The body of a region that another process has written, and what of it is in use.</summary>
/// <param name="size">Bytes of the region.</param>
/// <param name="used">Takes every extent.</param>
internal readonly struct RegionSpace(int size, List<RegionExtent> used)
{
    /// <summary>Notes an extent that something refers to.</summary>
    /// <returns>Its offset.</returns>
    /// <exception cref="SessionRegionException">It does not lie within the body, or not where a block may begin.</exception>
    internal int Take(string what, ulong offset, ulong length)
    {
        if (offset < RegionFormat.BodyAt || offset % RegionFormat.BlockAlignment != 0 || offset > (ulong)size || length > (ulong)size - offset)
        {
            throw SessionRegionErrors.Damaged($"{what} 位于 {offset}，长 {length} 字节，不在区域之内");
        }

        var extent = new RegionExtent((int)offset, (int)RegionFormat.BlockSize(Math.Max((long)length, 1)));
        if (extent.End > size)
        {
            throw SessionRegionErrors.Damaged($"{what} 位于 {offset}，长 {length} 字节，不在区域之内");
        }

        used.Add(extent);
        return extent.Offset;
    }

    /// <summary>Sorts the extents and refuses those that lie over each other.</summary>
    /// <exception cref="SessionRegionException">Two do: either may be the right one.</exception>
    internal static void Settle(List<RegionExtent> used)
    {
        used.Sort(static (a, b) => a.Offset.CompareTo(b.Offset));
        for (var i = 1; i < used.Count; i++)
        {
            if (used[i - 1].End > used[i].Offset)
            {
                throw SessionRegionErrors.Damaged($"偏移 {used[i - 1].Offset} 与 {used[i].Offset} 处的内容重叠");
            }
        }
    }
}
