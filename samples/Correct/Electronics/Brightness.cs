using ProcVision;

namespace Acme.Electronics
{
    internal static class Brightness
    {
        public static int At(StepImage image, int x, int y)
        {
            var row = image.Row(y);
            return image.Format switch
            {
                PixelFormat.Gray8 => row[x],
                PixelFormat.Rgb24 or PixelFormat.Bgr24 => (row[3 * x] + (2 * row[(3 * x) + 1]) + row[(3 * x) + 2]) / 4,
                _ => throw new NotSupportedException($"The format {image.Format} is not read by this algorithm."),
            };
        }
    }
}
