namespace Acme.Electronics.Leds
{
    using System.Runtime.InteropServices;
    using ProcVision;

    [Algorithm]
    public sealed partial class LedColour
    {
        [StructLayout(LayoutKind.Sequential, Pack = 1)]
        private readonly struct Rgb
        {
            public readonly byte First;
            public readonly byte Second;
            public readonly byte Third;
        }

        private readonly record struct Light(double Red, double Green, double Blue)
        {
            public double Strongest => Math.Max(Red, Math.Max(Green, Blue));

            public CheckLedColour Dominant(double least) =>
                Strongest < least ? CheckLedColour.Off
                : Strongest == Red ? CheckLedColour.Red
                : Strongest == Green ? CheckLedColour.Green
                : CheckLedColour.Blue;
        }

        [Execute(1)]
        private ExecuteResult CheckLed(in CheckLedStep step)
        {
            if (step.Image.Format == PixelFormat.Gray8)
            {
                return ExecuteResult.Error(ErrorCode.ImageLoadFailed, "颜色检查需要彩色图像");
            }

            var light = Measure(step.Image, step.Params.Window);
            var seen = light.Dominant(step.Params.MinLight);
            step.Diagnostics.Publish("red", light.Red);
            step.Diagnostics.Publish("green", light.Green);
            step.Diagnostics.Publish("blue", light.Blue);
            step.Diagnostics.Publish("seen", seen.ToString());
            return seen == step.Params.Colour
                ? ExecuteResult.Ok([new PositionRect(step.Params.Window, seen.ToString())])
                : ExecuteResult.Ng($"颜色为 {seen}，应为 {step.Params.Colour}", [new DefectRect(step.Params.Window, "颜色错误")]);
        }

        private static Light Measure(StepImage image, Rect window)
        {
            long first = 0, second = 0, third = 0;
            var pixels = image.PixelsAs<Rgb>();
            for (var y = window.Y; y < window.Bottom; y++)
            {
                foreach (var pixel in pixels.Slice((y * image.Width) + window.X, window.Width))
                {
                    first += pixel.First;
                    second += pixel.Second;
                    third += pixel.Third;
                }
            }

            double count = (double)window.Width * window.Height;
            return image.Format == PixelFormat.Rgb24
                ? new Light(first / count, second / count, third / count)
                : new Light(third / count, second / count, first / count);
        }
    }
}
