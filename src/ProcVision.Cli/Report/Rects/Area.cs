using System.Globalization;

namespace ProcVision.Cli;

/// <summary>A rectangle as an algorithm gives it: in the picture's pixels, from its top left corner, whole or not, inside or not.</summary>
internal readonly record struct Area(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public bool IsWithin(Area other) => X >= other.X && Y >= other.Y && Right <= other.Right && Bottom <= other.Bottom;

    public bool Meets(Area other) => X < other.Right && Y < other.Bottom && Right > other.X && Bottom > other.Y;

    /// <summary>What both cover; they must meet.</summary>
    public Area And(Area other)
    {
        double x = Math.Max(X, other.X), y = Math.Max(Y, other.Y);
        return new(x, y, Math.Min(Right, other.Right) - x, Math.Min(Bottom, other.Bottom) - y);
    }

    public override string ToString() => $"{Number(X)},{Number(Y)} {Number(Width)}×{Number(Height)}";

    /// <summary>To a thousandth; what is far beyond any picture with an exponent rather than with hundreds of digits.</summary>
    public static string Number(double number) => number.ToString(Math.Abs(number) < 1e9 ? "0.###" : "R", CultureInfo.InvariantCulture);
}
