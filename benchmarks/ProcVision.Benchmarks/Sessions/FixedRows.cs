namespace ProcVision.Benchmarks.Sessions;

/// <summary>Values of a fixed size.</summary>
internal static class FixedRows
{
    private const int Poses = 8;

    private static readonly Session Session = OpenedSession.New();
    private static readonly int[] Number = new int[1];
    private static readonly Pose[] Pose = new Pose[1];

    internal static SessionRow[] Numbers() => new Contenders<int>("count", SessionJson.Default.Int32, [1, 2, 3, 4]).Rows(
        "int",
        static times =>
        {
            var to = Number;
            for (var i = 0; i < times; i++)
            {
                Volatile.Write(ref to[0], i);
            }
        },
        static times =>
        {
            var (from, sum) = (Number, 0);
            for (var i = 0; i < times; i++)
            {
                sum += Volatile.Read(ref from[0]);
            }

            Got<int>.Last = sum;
        },
        static times =>
        {
            var session = SmallSession.Over(Session);
            for (var i = 0; i < times; i++)
            {
                session.Count = i;
            }
        },
        static times =>
        {
            var session = SmallSession.Over(Session);
            var sum = 0;
            for (var i = 0; i < times; i++)
            {
                sum += session.Count;
            }

            Got<int>.Last = sum;
        });

    internal static SessionRow[] Structs()
    {
        var poses = new Pose[Poses];
        for (var i = 0; i < Poses; i++)
        {
            poses[i] = new(i, i + 0.5, i * 0.1, 0.9);
        }

        return new Contenders<Pose>("pose", SessionJson.Default.Pose, poses).Rows(
            "struct of 32 bytes",
            times =>
            {
                var (from, to) = (poses, Pose);
                for (var i = 0; i < times; i++)
                {
                    to[0] = from[i & (Poses - 1)];
                }
            },
            static times =>
            {
                var (from, sum) = (Pose, 0.0);
                for (var i = 0; i < times; i++)
                {
                    var pose = from[0];
                    sum += pose.X + pose.Score;
                    Got<Pose>.Last = pose;
                }

                Got<int>.Last = (int)sum;
            },
            times =>
            {
                var from = poses;
                var session = SmallSession.Over(Session);
                for (var i = 0; i < times; i++)
                {
                    session.Pose = from[i & (Poses - 1)];
                }
            },
            static times =>
            {
                var session = SmallSession.Over(Session);
                var sum = 0.0;
                for (var i = 0; i < times; i++)
                {
                    var pose = session.Pose;
                    sum += pose.X + pose.Score;
                    Got<Pose>.Last = pose;
                }

                Got<int>.Last = (int)sum;
            });
    }

    internal static SessionRow[] KeyedNumbers()
    {
        var floor = new Dictionary<string, int>();
        return new Contenders<int>("retry_count", SessionJson.Default.Int32, [1, 2, 3, 4]).Rows(
            "int by key",
            times =>
            {
                for (var i = 0; i < times; i++)
                {
                    floor["retry_count"] = i;
                }
            },
            times =>
            {
                var sum = 0;
                for (var i = 0; i < times; i++)
                {
                    sum += floor["retry_count"];
                }

                Got<int>.Last = sum;
            },
            static times =>
            {
                for (var i = 0; i < times; i++)
                {
                    Session.Set("retry_count", i);
                }
            },
            static times =>
            {
                var sum = 0;
                for (var i = 0; i < times; i++)
                {
                    sum += Session.Get("retry_count", 0);
                }

                Got<int>.Last = sum;
            });
    }
}
