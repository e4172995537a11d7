namespace ProcVision.SessionValues.Native;

[SessionValue]
internal sealed record Template(string Name, Point[] Points, Grade Grade, Template? Inner);

[SessionValue]
internal readonly record struct Point(double X, double Y)
{
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{X},{Y}");
}

[SessionValue]
internal enum Grade
{
    Bad,
    Fine,
}

[Session]
internal readonly ref partial struct TraySession
{
    public partial Template? Template { get; set; }

    public partial List<Point> Points { get; set; }

    public partial int[] Levels { get; set; }
}
