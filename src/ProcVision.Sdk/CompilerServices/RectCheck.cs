using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>Checks rectangles given as parameters against the real size of the picture (1007, conformance 132). For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct RectCheck
{
    private readonly int _width;
    private readonly int _height;

    internal RectCheck(int width, int height)
    {
        _width = width;
        _height = height;
    }

    /// <summary>The first rectangle outside, with key, value and picture size; null when there is none.</summary>
    internal string? Problem { get; private set; }

    /// <summary>Checks one parameter.</summary>
    public void Check(string key, in Rect rect)
    {
        if (!rect.IsInside(_width, _height))
        {
            Problem ??= $"参数 {key} 超出图像范围: {rect} 不在 {_width}x{_height} 内";
        }
    }

    /// <summary>Checks an optional parameter; null is inside.</summary>
    public void Check(string key, in Rect? rect)
    {
        if (rect is { } given)
        {
            Check(key, given);
        }
    }
}
