using ProcVision;

namespace Acme.Electronics.Capacitors
{
    /// <summary>The keys of this algorithm's session.</summary>
    internal static class Keys
    {
        public const string Can = "can";
        public const string Retries = "retries";
    }

    /// <summary>Where the can stands and how bright its top is.</summary>
    [SessionValue]
    public sealed record Can(Rect Box, double Brightness);

    /// <summary>A bright can with a dark segment on the side of its negative lead.</summary>
    [Algorithm]
    public sealed partial class PolarityMark
    {
        private const int TopLevel = 120;

        [PreExecute(1)]
        private PreResult CountTries(in FindCanStep step)
        {
            var retries = step.Session.Get(Keys.Retries, 0) + 1;
            step.Session.Set(Keys.Retries, retries);
            return retries <= 3
                ? PreResult.Ok()
                : PreResult.Error(ErrorCode.ImageLoadFailed, $"第 {retries} 次尝试，最多 3 次");
        }

        [Execute(1)]
        private ExecuteResult FindCan(in FindCanStep step)
        {
            long sumX = 0, sumY = 0, sum = 0;
            var count = 0;
            for (var y = 0; y < step.Image.Height; y++)
            {
                for (var x = 0; x < step.Image.Width; x++)
                {
                    var value = Brightness.At(step.Image, x, y);
                    if (value < TopLevel)
                    {
                        continue;
                    }

                    sumX += x;
                    sumY += y;
                    sum += value;
                    count++;
                }
            }

            var radius = (int)Math.Sqrt(count / Math.PI);
            if (radius < 10)
            {
                _ = step.Session.Delete(Keys.Can);
                return ExecuteResult.Ng("没有电容");
            }

            var box = new Rect((int)(sumX / count) - radius, (int)(sumY / count) - radius, 2 * radius, 2 * radius);
            step.Session.Set(Keys.Can, new Can(box, (double)sum / count));
            return ExecuteResult.Ok([new PositionRect(box, "电容")]);
        }

        [Execute(2)]
        private ExecuteResult CheckMark(in CheckMarkStep step)
        {
            if (!step.Session.TryGet<Can>(Keys.Can, out var can))
            {
                return ExecuteResult.Error(ErrorCode.ModelNotFound, "未找到电容，请先执行定位步骤");
            }

            var y = can.Box.Y + (can.Box.Height / 2);
            var left = Darkness(step.Image, can, y, can.Box.X, can.Box.X + (can.Box.Width / 2));
            var right = Darkness(step.Image, can, y, can.Box.X + (can.Box.Width / 2), can.Box.Right);
            step.Diagnostics.Publish("left", left);
            step.Diagnostics.Publish("right", right);
            var seen = left > right ? CheckMarkSide.Left : CheckMarkSide.Right;
            return seen == step.Params.Side
                ? ExecuteResult.Ok()
                : ExecuteResult.Ng("极性反了", [new DefectRect(can.Box, "极性反")]);
        }

        private static double Darkness(StepImage image, Can can, int y, int from, int to)
        {
            var sum = 0.0;
            for (var x = from; x < to; x++)
            {
                sum += Math.Max(0, can.Brightness - Brightness.At(image, x, y));
            }

            return sum / (to - from);
        }
    }
}
