namespace ProcVision;

/// <summary>The pixels of a picture in as few runs without gaps as there are: one, or one per row.</summary>
internal ref struct PixelRuns
{
    private readonly ReadOnlySpan<byte> _pixels;
    private readonly int _length;
    private readonly int _step;
    private int _next;

    internal PixelRuns(StepImage image)
    {
        _pixels = image.Pixels;
        var row = image.Width * image.Format.BytesPerPixel();
        (_length, _step) = image.Stride == row ? (_pixels.Length, _pixels.Length) : (row, image.Stride);
    }

    /// <summary>The run that enumeration has come to.</summary>
    public ReadOnlySpan<byte> Current { readonly get; private set; }

    public readonly PixelRuns GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_next >= _pixels.Length)
        {
            return false;
        }

        Current = _pixels.Slice(_next, _length);
        _next += _step;
        return true;
    }
}
