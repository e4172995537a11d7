using System.Runtime.InteropServices;

namespace AlgorithmExample;

/// <summary>
/// Finds the connected sets of equal pixels in a mask. It works on runs (stretches of equal pixels in a row) joined by union-find:
/// one pass over the pixels, and memory for the runs only.
/// </summary>
internal sealed class ConnectedComponents
{
    private readonly record struct Run(int Y, int Start, int End);

    private readonly List<Run> _runs = [];
    private readonly List<int> _parents = [];
    private readonly List<Blob> _blobs = [];

    /// <summary>The blobs of the last <see cref="Find"/>, by their first pixel from top to bottom.</summary>
    public ReadOnlySpan<Blob> Blobs => CollectionsMarshal.AsSpan(_blobs);

    /// <summary>Finds all blobs of one <paramref name="value"/>.</summary>
    /// <param name="mask">A picture of 0 and 255.</param>
    /// <param name="value">255 for what is white (corners connect), 0 for what is black (only sides connect).</param>
    public void Find(Plane mask, byte value)
    {
        _runs.Clear();
        _parents.Clear();
        var reach = value == 0 ? 0 : 1;
        int above = 0, aboveEnd = 0;
        for (var y = 0; y < mask.Height; y++)
        {
            var rowStart = _runs.Count;
            AddRuns(mask.Row(y), y, value);
            for (var run = rowStart; run < _runs.Count; run++)
            {
                // Both rows are sorted: skip what ends before this run, join what overlaps, and stay on the last, which may reach the next run.
                while (above < aboveEnd && _runs[above].End + reach <= _runs[run].Start)
                    above++;
                for (var other = above; other < aboveEnd && _runs[other].Start < _runs[run].End + reach; other++)
                    Join(other, run);
            }

            above = rowStart;
            aboveEnd = _runs.Count;
        }

        Collect(mask.Width, mask.Height);
    }

    /// <summary>Paints white every black blob smaller than <paramref name="largest"/> pixels: bare tray is larger.</summary>
    public void FillHoles(Plane mask, int largest)
    {
        Find(mask, 0);
        for (var i = 0; i < _runs.Count; i++)
        {
            if (_blobs[_parents[i]].Area < largest)
                mask.Row(_runs[i].Y)[_runs[i].Start.._runs[i].End].Fill(byte.MaxValue);
        }
    }

    private void AddRuns(ReadOnlySpan<byte> row, int y, byte value)
    {
        for (var x = 0; x < row.Length;)
        {
            var skip = row[x..].IndexOf(value);
            if (skip < 0)
                return;
            x += skip;
            var length = row[x..].IndexOfAnyExcept(value);
            var end = length < 0 ? row.Length : x + length;
            _parents.Add(_runs.Count);
            _runs.Add(new Run(y, x, end));
            x = end;
        }
    }

    private void Join(int a, int b)
    {
        a = Root(a);
        b = Root(b);
        _parents[Math.Max(a, b)] = Math.Min(a, b);
    }

    private int Root(int run)
    {
        while (_parents[run] != run)
            run = _parents[run] = _parents[_parents[run]];
        return run;
    }

    /// <summary>Adds up each run into its blob, and turns each run's parent into the number of its blob.</summary>
    private void Collect(int width, int height)
    {
        _blobs.Clear();
        for (var i = 0; i < _runs.Count; i++)
        {
            // A parent comes before its children, so its own entry already is a blob number.
            var number = _parents[i] == i ? _blobs.Count : _parents[_parents[i]];
            if (number == _blobs.Count)
                _blobs.Add(default);
            _parents[i] = number;
            CollectionsMarshal.AsSpan(_blobs)[number].AddRun(_runs[i].Y, _runs[i].Start, _runs[i].End, width, height);
        }
    }
}
