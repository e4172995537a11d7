using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProcVision;

/// <summary>Takes the elements of an array whose length is not known before its end, so that only the collection itself is allocated.</summary>
internal ref struct SessionElementBuffer<T>
{
    private const int Initial = 16;

    private T[]? _elements;
    private int _count;

    internal void Add(T element)
    {
        if (_elements is null || _count == _elements.Length)
        {
            Grow();
        }

        _elements[_count++] = element;
    }

    /// <summary>The elements; the buffer is done with.</summary>
    internal T[] ToArray()
    {
        var array = _elements.AsSpan(0, _count).ToArray();
        Return();
        return array;
    }

    /// <summary>The elements; the buffer is done with.</summary>
    internal List<T> ToList()
    {
        var list = new List<T>(_count);
        CollectionsMarshal.SetCount(list, _count);
        _elements.AsSpan(0, _count).CopyTo(CollectionsMarshal.AsSpan(list));
        Return();
        return list;
    }

    [MemberNotNull(nameof(_elements))]
    private void Grow()
    {
        var larger = ArrayPool<T>.Shared.Rent(Math.Max(Initial, _count * 2));
        _elements.AsSpan(0, _count).CopyTo(larger);
        Return();
        _elements = larger;
    }

    private readonly void Return()
    {
        if (_elements is not null)
        {
            ArrayPool<T>.Shared.Return(_elements, clearArray: RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        }
    }
}
