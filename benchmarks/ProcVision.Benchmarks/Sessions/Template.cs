using MemoryPack;

namespace ProcVision.Benchmarks.Sessions;

/// <summary>A record whose JSON takes about as many bytes as asked for.</summary>
[SessionValue, MemoryPackable]
public sealed partial record Template(string Name, TemplatePoint[] Points)
{
    internal static Template OfBytes(int bytes)
    {
        // Numbers with as many digits as measured ones have.
        var points = new TemplatePoint[bytes / 90];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = new(i * 1.0371, 1000 / (i + 1.37), 1 / (i + 3.1), $"p{i}");
        }

        return new("料盘", points);
    }
}

[SessionValue, MemoryPackable]
public sealed partial record TemplatePoint(double X, double Y, double Score, string Label);
