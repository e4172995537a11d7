using ProcVision;

namespace Shared;

/// <summary>Mean brightness of a part of a picture; linked into several projects as source.</summary>
internal static class MeanOf
{
    public static double Box(StepImage image, Rect box)
    {
        var channels = image.Format == PixelFormat.Gray8 ? 1 : 3;
        long sum = 0;
        for (var y = box.Y; y < box.Bottom; y++)
        {
            foreach (var value in image.Row(y).Slice(box.X * channels, box.Width * channels))
                sum += value;
        }

        return (double)sum / ((long)box.Width * box.Height * channels);
    }
}
