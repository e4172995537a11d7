using System.Collections;

namespace ProcVision;

/// <summary>
/// The rectangles of one result, copied when the author's method returns: whatever happens to the author's list after that, an
/// <c>OnStepFinish</c> that clears it or another thread that fills it anew, the answer is what was returned. The room is used again for
/// the next result.
/// </summary>
internal sealed class RectCopy<T> : IReadOnlyList<T>
{
    private T[] _rects = [];

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public T this[int index] => _rects.AsSpan(0, Count)[index];

    /// <summary>Copies a list; null stays null. Holds until the next one.</summary>
    internal RectCopy<T>? Of(IReadOnlyList<T>? rects)
    {
        // Labels of the last result must not live as long as the process does.
        _rects.AsSpan(0, Count).Clear();
        Count = 0;
        if (rects is null)
        {
            return null;
        }

        var count = rects.Count;
        if (_rects.Length < count)
        {
            _rects = new T[Math.Max(count, 2 * _rects.Length)];
        }

        for (var i = 0; i < count; i++)
        {
            _rects[i] = rects[i];
        }

        Count = count;
        return this;
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => _rects.Take(Count).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
