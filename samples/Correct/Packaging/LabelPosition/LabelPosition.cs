using System;
using System.Collections.Generic;
using ProcVision;

namespace Packaging.Label
{
    [Session]
    public readonly ref partial struct LabelSession
    {
        public partial Rect? Label { get; set; }

        public partial FoundLabel Details { get; set; }
    }

    public sealed class FoundLabel
    {
        public double Brightness { get; set; }

        public int Pixels { get; set; }
    }

    [Algorithm(Session = typeof(LabelSession))]
    public sealed partial class LabelPosition
    {
        [Execute(1)]
        public ExecuteResult FindLabel(in FindLabelStep step)
        {
            var counter = new AreaCounter((int)step.Params.Threshold);
            for (int y = 0; y < step.Image.Height; y++)
            {
                counter.AddRow(y, step.Image.Row(y), step.Image.Format == PixelFormat.Gray8 ? 1 : 3);
            }

            if (counter.Pixels < 400)
            {
                return ExecuteResult.Ng("没有标签");
            }

            step.Session.Label = counter.Box;
            step.Session.Details = new FoundLabel { Brightness = counter.Mean, Pixels = counter.Pixels };
            return ExecuteResult.Ok(new List<PositionRect> { new PositionRect(counter.Box, "标签") });
        }

        [Execute(2)]
        public ExecuteResult CheckPosition(in CheckPositionStep step)
        {
            Rect? label = step.Session.Label;
            if (label == null)
            {
                return ExecuteResult.Error(ErrorCode.ModelNotFound, "未找到标签，请先执行定位步骤");
            }

            FoundLabel details = step.Session.Details;
            if (details != null)
            {
                step.Diagnostics.Publish("label_brightness", details.Brightness);
                step.Diagnostics.Publish("label_pixels", details.Pixels);
            }

            Rect target = step.Params.Target;
            int dx = label.Value.X - target.X;
            int dy = label.Value.Y - target.Y;
            step.Log.Info("label offset", ("batch", step.Params.Batch), ("dx", dx), ("dy", dy));
            if (Math.Max(Math.Abs(dx), Math.Abs(dy)) > step.Params.MaxOffset)
            {
                var defects = new List<DefectRect>();
                defects.Add(new DefectRect(label.Value, "标签偏移", 0.9));
                return ExecuteResult.Ng($"标签偏移 {dx},{dy} px", defects);
            }

            return ExecuteResult.Ok();
        }

        private sealed class AreaCounter
        {
            private readonly int threshold;
            private int left = int.MaxValue;
            private int right;
            private int top = -1;
            private int bottom;
            private long sum;

            public AreaCounter(int threshold)
            {
                this.threshold = threshold;
            }

            public int Pixels { get; private set; }

            public double Mean
            {
                get { return this.Pixels == 0 ? 0 : (double)this.sum / this.Pixels; }
            }

            public Rect Box
            {
                get { return new Rect(this.left, this.top, this.right - this.left + 1, this.bottom - this.top + 1); }
            }

            public void AddRow(int y, ReadOnlySpan<byte> row, int step)
            {
                for (int x = 0; x < row.Length / step; x++)
                {
                    byte value = row[(x * step) + (step / 2)];
                    if (value < this.threshold)
                    {
                        continue;
                    }

                    this.left = Math.Min(this.left, x);
                    this.right = Math.Max(this.right, x);
                    this.top = this.top < 0 ? y : this.top;
                    this.bottom = y;
                    this.sum += value;
                    this.Pixels++;
                }
            }
        }
    }
}
