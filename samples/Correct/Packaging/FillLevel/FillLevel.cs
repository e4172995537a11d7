using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using ProcVision;

namespace Packaging.Level
{
    /// <summary>The bottle stands before a light; liquid is dark. Goes down the column in the neck to the first dark pixel that stays dark.</summary>
    [Algorithm]
    public sealed partial class FillLevel
    {
        private readonly Dictionary<string, Neck> necks = new Dictionary<string, Neck>(StringComparer.Ordinal);

        public void Setup(SetupContext context)
        {
            foreach (string pid in context.Pids)
            {
                try
                {
                    this.necks[pid] = Neck.Parse(File.ReadAllLines(context.Assets.Find(pid, "neck")));
                }
                catch (FormatException e)
                {
                    context.Log.Error(e, $"瓶颈配置无效: {pid}");
                    throw;
                }
            }
        }

        public void Teardown()
        {
            this.necks.Clear();
        }

        [Execute(1)]
        public ExecuteResult CheckLevel(in CheckLevelStep step)
        {
            if (step.Params.Note != null)
            {
                step.Log.Info(step.Params.Note);
            }

            Neck neck = this.necks[step.Pid];
            if (neck.Column >= step.Image.Width)
            {
                return ExecuteResult.Error(ErrorCode.CoordinateInvalid, $"测量列 {neck.Column} 超出图像宽度 {step.Image.Width}");
            }

            int level = Surface(step.Image, neck.Column);
            step.Diagnostics.Publish("level", level);
            if (level < 0)
            {
                return ExecuteResult.Ng("瓶中没有液体");
            }

            double off = level - neck.Level;
            if (Math.Abs(off) <= step.Params.Tolerance)
            {
                return ExecuteResult.Ok();
            }

            Rect box = new Rect(Math.Max(0, neck.Column - 5), level, 10, 1);
            return ExecuteResult.Ng(off > 0 ? "液位过低" : "液位过高", new[] { new DefectRect(box, "液面") });
        }

        private static int Surface(StepImage image, int column)
        {
            const int Needed = 5;
            int channels = image.Format == PixelFormat.Gray8 ? 1 : 3;
            int dark = 0;
            for (int y = 0; y < image.Height; y++)
            {
                dark = image.Row(y)[column * channels] < 110 ? dark + 1 : 0;
                if (dark == Needed)
                {
                    return y - Needed + 1;
                }
            }

            return -1;
        }

        private sealed class Neck
        {
            public int Column { get; private set; }

            public int Level { get; private set; }

            public static Neck Parse(string[] lines)
            {
                var neck = new Neck();
                foreach (string line in lines)
                {
                    string[] parts = line.Split('=');
                    int value = int.Parse(parts[1], CultureInfo.InvariantCulture);
                    switch (parts[0])
                    {
                        case "column":
                            neck.Column = value;
                            break;
                        case "level":
                            neck.Level = value;
                            break;
                        default:
                            throw new FormatException("Unknown key " + parts[0]);
                    }
                }

                return neck;
            }
        }
    }
}
