using System.Buffers;
using ProcVision;

namespace Fasteners.Washers;

/// <summary>Counts bright round parts on a dark tray, whatever the light: each pixel is compared with what is around it.</summary>
[Algorithm]
public sealed partial class WasherCount
{
    private const int MaxBoxes = 20;

    [PreExecute(1)]
    private PreResult CheckContrast(in CountStep step)
    {
        var mean = step.Image.Mean();
        return mean is > 20 and < 235
            ? PreResult.Ok($"平均亮度 {mean:F1}")
            : PreResult.Error(ErrorCode.ImageLoadFailed, $"平均亮度 {mean:F1} 不在 20 到 235 之间");
    }

    [Execute(1)]
    private ExecuteResult Count(in CountStep step)
    {
        var (width, height) = (step.Image.Width, step.Image.Height);
        var pixels = ArrayPool<byte>.Shared.Rent(width * height);
        try
        {
            var gray = pixels.AsSpan(0, width * height);
            step.Image.CopyGrayTo(gray);
            LocalThreshold.Apply(gray, width, height);
            var blobs = Blobs.Find(gray, width, height)
                .Where(blob => blob is { Roundness: > 0.6, Slenderness: < 1.4 })
                .OrderBy(blob => blob.Box.Y)
                .ThenBy(blob => blob.Box.X)
                .ToArray();
            var large = Array.FindAll(blobs, AtLeast(step.Params.MinArea));
            step.Diagnostics.Publish("blob_count", large.Length);
            step.Log.Debug($"{large.Length} 个垫圈", ("expected", step.Params.Expected));

            var positions = large.Take(MaxBoxes).Select(blob => new PositionRect(blob.Box, "垫圈", blob.Roundness)).ToList();
            return large.LongLength == step.Params.Expected
                ? ExecuteResult.Ok(positions)
                : ExecuteResult.Ng($"数量不符: {large.Length} 个，应为 {step.Params.Expected} 个", positions, []);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(pixels);
        }
    }

    private static Predicate<Blob> AtLeast(long area) => blob => blob.Area >= area;
}

/// <summary>A connected set of white pixels.</summary>
internal readonly record struct Blob(Rect Box, int Area)
{
    /// <summary>1 for a disc: its area by that of the disc around its box.</summary>
    public double Roundness => Math.Min(1, Math.Round(Area / (Math.PI / 4 * Box.Width * Box.Height), 3));

    /// <summary>1 for what is as wide as high.</summary>
    public double Slenderness => (double)Math.Max(Box.Width, Box.Height) / Math.Min(Box.Width, Box.Height);
}

/// <summary>White where a pixel is brighter than the mean of the square around it: a slope of light makes no difference.</summary>
internal static class LocalThreshold
{
    private const int Reach = 40;
    private const int Margin = 6;

    public static void Apply(Span<byte> gray, int width, int height)
    {
        // sums[y, x] is the sum of all pixels above and left of it: any rectangle's mean is then four look-ups.
        var pitch = width + 1;
        var sums = ArrayPool<int>.Shared.Rent(pitch * (height + 1));
        Array.Clear(sums, 0, pitch);
        for (var y = 0; y < height; y++)
        {
            var line = sums[(y + 1) * pitch] = 0;
            for (var x = 0; x < width; x++)
            {
                line += gray[(y * width) + x];
                sums[((y + 1) * pitch) + x + 1] = sums[(y * pitch) + x + 1] + line;
            }
        }

        for (var y = 0; y < height; y++)
        {
            var (top, bottom) = (Math.Max(0, y - Reach) * pitch, Math.Min(height, y + Reach) * pitch);
            for (var x = 0; x < width; x++)
            {
                var (left, right) = (Math.Max(0, x - Reach), Math.Min(width, x + Reach));
                var sum = sums[bottom + right] - sums[bottom + left] - sums[top + right] + sums[top + left];
                var mean = sum / ((bottom - top) / pitch * (right - left));
                ref var pixel = ref gray[(y * width) + x];
                pixel = pixel > mean + Margin ? byte.MaxValue : byte.MinValue;
            }
        }

        ArrayPool<int>.Shared.Return(sums);
    }
}

/// <summary>Flood fill with a stack of its own: recursion would end with the process on a white picture.</summary>
internal static class Blobs
{
    public static List<Blob> Find(Span<byte> mask, int width, int height)
    {
        var found = new List<Blob>();
        var stack = new Stack<int>();
        for (var start = 0; start < mask.Length; start++)
        {
            if (mask[start] != byte.MaxValue)
                continue;
            int left = width, right = 0, top = height, bottom = 0, area = 0;
            stack.Push(start);
            mask[start] = 1;
            while (stack.TryPop(out var at))
            {
                var (y, x) = Math.DivRem(at, width);
                area++;
                (left, right) = (Math.Min(left, x), Math.Max(right, x));
                (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
                if (x > 0)
                    Visit(mask, at - 1);
                if (x + 1 < width)
                    Visit(mask, at + 1);
                if (y > 0)
                    Visit(mask, at - width);
                if (y + 1 < height)
                    Visit(mask, at + width);
            }

            found.Add(new Blob(new Rect(left, top, right - left + 1, bottom - top + 1), area));
        }

        return found;

        void Visit(Span<byte> pixels, int at)
        {
            if (pixels[at] != byte.MaxValue)
                return;
            pixels[at] = 1;
            stack.Push(at);
        }
    }
}
