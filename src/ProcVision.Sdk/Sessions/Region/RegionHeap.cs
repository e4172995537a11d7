namespace ProcVision;

/// <summary>
/// What of the body is free. The region itself says nothing about it: what is live is what something refers to, so that no crash can break the
/// heap. This list is the writer's own, made anew when it attaches. First fit, and neighbours grow together again.
/// </summary>
internal sealed class RegionHeap
{
    private RegionExtent[] _free = new RegionExtent[16];
    private int _count;

    /// <summary>Free bytes in all.</summary>
    internal int Free { get; private set; }

    /// <summary>Bytes of the largest free piece.</summary>
    internal int Largest
    {
        get
        {
            var largest = 0;
            foreach (var piece in _free.AsSpan(0, _count))
            {
                largest = Math.Max(largest, piece.Length);
            }

            return largest;
        }
    }

    /// <summary>Makes the list anew.</summary>
    /// <param name="used">What is in use, by offset, without overlap.</param>
    /// <param name="start">Of the body.</param>
    /// <param name="end">Of the body.</param>
    internal void Reset(ReadOnlySpan<RegionExtent> used, int start, int end)
    {
        _count = 0;
        Free = 0;
        foreach (var taken in used)
        {
            AddLast(start, taken.Offset - start);
            start = taken.End;
        }

        AddLast(start, end - start);
    }

    /// <summary>Takes a piece of whole blocks; 0 when there is none that large.</summary>
    internal int Take(long length, int alignment = RegionFormat.BlockAlignment)
    {
        length = RegionFormat.BlockSize(Math.Max(length, 1));
        for (var i = 0; i < _count; i++)
        {
            var piece = _free[i];
            var skipped = -piece.Offset & (alignment - 1);
            if (piece.Length - skipped < length)
            {
                continue;
            }

            var taken = new RegionExtent(piece.Offset + skipped, (int)length);
            var rest = new RegionExtent(taken.End, piece.End - taken.End);
            Free -= taken.Length;
            if (skipped > 0)
            {
                _free[i] = new RegionExtent(piece.Offset, skipped);
                if (rest.Length > 0)
                {
                    Insert(i + 1, rest);
                }
            }
            else if (rest.Length > 0)
            {
                _free[i] = rest;
            }
            else
            {
                RemoveAt(i);
            }

            return taken.Offset;
        }

        return 0;
    }

    /// <summary>Gives back what was taken.</summary>
    internal void Give(int offset, long length)
    {
        var piece = new RegionExtent(offset, (int)RegionFormat.BlockSize(Math.Max(length, 1)));
        Free += piece.Length;
        var next = IndexBehind(offset);
        if (next < _count && piece.End == _free[next].Offset)
        {
            piece = piece with { Length = piece.Length + _free[next].Length };
            RemoveAt(next);
        }

        if (next > 0 && _free[next - 1].End == piece.Offset)
        {
            _free[next - 1] = _free[next - 1] with { Length = _free[next - 1].Length + piece.Length };
        }
        else
        {
            Insert(next, piece);
        }
    }

    /// <summary>The first free piece behind an offset.</summary>
    private int IndexBehind(int offset)
    {
        var (low, high) = (0, _count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_free[middle].Offset < offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private void AddLast(int offset, int length)
    {
        if (length > 0)
        {
            Insert(_count, new RegionExtent(offset, length));
            Free += length;
        }
    }

    private void Insert(int index, RegionExtent piece)
    {
        if (_count == _free.Length)
        {
            Array.Resize(ref _free, 2 * _count);
        }

        Array.Copy(_free, index, _free, index + 1, _count - index);
        _free[index] = piece;
        _count++;
    }

    private void RemoveAt(int index)
    {
        _count--;
        Array.Copy(_free, index + 1, _free, index, _count - index);
    }
}
