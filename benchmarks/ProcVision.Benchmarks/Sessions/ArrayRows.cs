namespace ProcVision.Benchmarks.Sessions;

/// <summary>Arrays of double; the floor is a copy of their bytes, and of get an array to copy them into.</summary>
internal static class ArrayRows
{
    private const int Kilobyte = 1024;

    internal static SessionRow[] Small()
    {
        var session = OpenedSession.New();
        var values = Values(10 * Kilobyte);
        return Rows(
            "double[] of 10 KB",
            values,
            times =>
            {
                var view = SmallSession.Over(session);
                for (var i = 0; i < times; i++)
                {
                    view.Curve = values[i & 1];
                }
            },
            times =>
            {
                var view = SmallSession.Over(session);
                for (var i = 0; i < times; i++)
                {
                    Got<double[]>.Last = view.Curve;
                }
            });
    }

    internal static SessionRow[] Large()
    {
        var session = OpenedSession.New();
        var values = Values(90 * Kilobyte);
        return Rows(
            "double[] of 90 KB",
            values,
            times =>
            {
                var view = LargeArraySession.Over(session);
                for (var i = 0; i < times; i++)
                {
                    view.Curve = values[i & 1];
                }
            },
            times =>
            {
                var view = LargeArraySession.Over(session);
                for (var i = 0; i < times; i++)
                {
                    Got<double[]>.Last = view.Curve;
                }
            });
    }

    private static SessionRow[] Rows(string name, double[][] values, Action<int> set, Action<int> get)
    {
        var copy = new double[values[0].Length];
        return new Contenders<double[]>("curve", SessionJson.Default.DoubleArray, values).Rows(
            name,
            times =>
            {
                for (var i = 0; i < times; i++)
                {
                    values[i & 1].AsSpan().CopyTo(copy);
                }
            },
            times =>
            {
                for (var i = 0; i < times; i++)
                {
                    Got<double[]>.Last = copy.AsSpan().ToArray();
                }
            },
            set,
            get);
    }

    private static double[][] Values(int bytes)
    {
        var (one, other) = (new double[bytes / sizeof(double)], new double[bytes / sizeof(double)]);
        for (var i = 0; i < one.Length; i++)
        {
            (one[i], other[i]) = (i * 0.37, 1000 / (i + 1.1));
        }

        return [one, other];
    }
}
