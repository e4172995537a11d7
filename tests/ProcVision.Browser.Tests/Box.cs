namespace ProcVision.Browser.Tests;

/// <summary>A rectangle on the screen, in CSS pixels.</summary>
public readonly record struct Box(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public (float X, float Y) Middle => ((float)(Left + (Width / 2)), (float)(Top + (Height / 2)));

    /// <summary>How far apart their farthest sides are.</summary>
    public double Distance(Box other) => new[]
    {
        Math.Abs(Left - other.Left), Math.Abs(Top - other.Top), Math.Abs(Right - other.Right), Math.Abs(Bottom - other.Bottom),
    }.Max();

    /// <summary>Whether they cover more of each other than a seam.</summary>
    public bool Covers(Box other) =>
        Math.Min(Right, other.Right) - Math.Max(Left, other.Left) > 1 && Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top) > 1;
}
