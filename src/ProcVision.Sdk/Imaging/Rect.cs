namespace ProcVision;

/// <summary>A rectangle in pixels; the origin is the picture's top-left corner (conformance 122, 157).</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width; a rectangle of a result must have one above 0.</param>
/// <param name="Height">Height; a rectangle of a result must have one above 0.</param>
public readonly record struct Rect(int X, int Y, int Width, int Height)
{
    /// <summary>The first column right of the rectangle.</summary>
    public int Right => X + Width;

    /// <summary>The first row below the rectangle.</summary>
    public int Bottom => Y + Height;

    /// <summary>Whether the rectangle has an area and lies wholly inside a picture of the given size; overflow-safe.</summary>
    public bool IsInside(int width, int height) =>
        X >= 0 && Y >= 0 && Width > 0 && Height > 0 && (long)X + Width <= width && (long)Y + Height <= height;

    /// <summary>The platform's text form, <c>x,y,width,height</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{X},{Y},{Width},{Height}");
}
