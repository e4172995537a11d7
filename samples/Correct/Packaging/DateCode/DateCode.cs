using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ProcVision;

namespace Packaging.Date
{
    /// <summary>Counts the digits of a printed date: columns with ink that lie side by side are one digit.</summary>
    [Algorithm]
    public sealed partial class DateCode
    {
        private static readonly string[] Formats = { "yyMMdd", "yyyyMMdd" };

        [Execute(1)]
        public ExecuteResult CheckCode(in CheckCodeStep step)
        {
            if (!DateTime.TryParseExact(step.Params.Expected, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                return ExecuteResult.Error(ErrorCode.InvalidParams, $"'{step.Params.Expected}' 不是日期");
            }

            Rect area = step.Params.Area;
            int[] ink = ArrayPool<int>.Shared.Rent(area.Width);
            try
            {
                Array.Clear(ink, 0, area.Width);
                Project(step.Image, area, ink);
                List<Digit> digits = Split(ink, area.Width);
                List<PositionRect> boxes = digits.Select(d => new PositionRect(new Rect(area.X + d.Left, area.Y, d.Width, area.Height), "数字")).ToList();
                if (digits.Count != step.Params.Expected.Length)
                {
                    return ExecuteResult.Ng($"喷码 {digits.Count} 位，应为 {step.Params.Expected.Length} 位", boxes, null);
                }

                long least = step.Params.Height / 4;
                Digit faint = digits.FirstOrDefault(d => d.Ink < d.Width * least);
                return faint == null ? ExecuteResult.Ok(boxes) : ExecuteResult.Ng("喷码过淡", boxes, new List<DefectRect>());
            }
            finally
            {
                ArrayPool<int>.Shared.Return(ink);
            }
        }

        private static void Project(StepImage image, Rect area, int[] ink)
        {
            int channels = image.Format == PixelFormat.Gray8 ? 1 : 3;
            for (int y = area.Y; y < area.Bottom; y++)
            {
                ReadOnlySpan<byte> row = image.Row(y);
                for (int x = 0; x < area.Width; x++)
                {
                    if (row[(area.X + x) * channels] < 100)
                    {
                        ink[x]++;
                    }
                }
            }
        }

        private static List<Digit> Split(int[] ink, int width)
        {
            var digits = new List<Digit>();
            Digit current = null;
            for (int x = 0; x < width; x++)
            {
                if (ink[x] == 0)
                {
                    current = null;
                    continue;
                }

                if (current == null)
                {
                    current = new Digit { Left = x };
                    digits.Add(current);
                }

                current.Width++;
                current.Ink += ink[x];
            }

            return digits;
        }

        private sealed class Digit
        {
            public int Left { get; set; }

            public int Width { get; set; }

            public int Ink { get; set; }
        }
    }
}
