using ProcVision;

namespace Acme.Electronics
{
    /// <summary>Everything about connectors.</summary>
    public static partial class Connectors
    {
        private const int PinLevel = 150;

        private readonly record struct Pin(int Left, int Right)
        {
            public double Tip => (Left + Right) / 2.0;

            public int Width => Right - Left;
        }

        /// <summary>Bright pin tips in one row: as many as there should be, and evenly spaced.</summary>
        [Algorithm]
        public sealed partial class PinCheck
        {
            [Execute(1)]
            private ExecuteResult CheckPins(in CheckPinsStep step)
            {
                var y = (int)(step.Params.Top ?? step.Image.Height / 2);
                if (y >= step.Image.Height)
                {
                    return ExecuteResult.Error(ErrorCode.CoordinateInvalid, $"测量行 {y} 超出图像高度 {step.Image.Height}");
                }

                var pins = Find(step.Image, y).ToList();
                var places = (from pin in pins select new PositionRect(new Rect(pin.Left, y, pin.Width, 1), "针脚")).ToList();
                if (pins.Count != step.Params.Pins)
                {
                    return ExecuteResult.Ng($"针脚 {pins.Count} 个，应为 {step.Params.Pins} 个", places, null);
                }

                var bent = Bent(pins, step.Params.MaxOffset).ToList();
                foreach (var pin in bent)
                {
                    step.Log.Warn($"针脚弯曲", ("tip", pin.Tip));
                }

                return bent.Count > 0 && !step.Params.AllowBent
                    ? ExecuteResult.Ng($"{bent.Count} 个针脚弯曲", places, [.. bent.Select(pin => new DefectRect(new Rect(pin.Left, y, pin.Width, 1), "弯曲"))])
                    : ExecuteResult.Ok(places);
            }

            private static List<Pin> Find(StepImage image, int y)
            {
                var pins = new List<Pin>();
                for (var x = 0; x < image.Width; x++)
                {
                    if (Brightness.At(image, x, y) < PinLevel)
                    {
                        continue;
                    }

                    var left = x;
                    while (x < image.Width && Brightness.At(image, x, y) >= PinLevel)
                    {
                        x++;
                    }

                    pins.Add(new Pin(left, x));
                }

                return pins;
            }

            /// <summary>Pins that stand off the line through the first and the last.</summary>
            private static IEnumerable<Pin> Bent(List<Pin> pins, double limit)
            {
                var pitch = pins.Count < 2 ? 0 : (pins[^1].Tip - pins[0].Tip) / (pins.Count - 1);
                for (var i = 0; i < pins.Count; i++)
                {
                    if (Math.Abs(pins[i].Tip - pins[0].Tip - (i * pitch)) > limit)
                    {
                        yield return pins[i];
                    }
                }
            }
        }
    }
}
