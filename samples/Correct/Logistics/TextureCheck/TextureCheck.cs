using ProcVision;

namespace Logistics.Texture;

/// <summary>Both halves of a surface must be about as rough. Each half is measured in a task of its own, and the step waits for both until its deadline.</summary>
[Algorithm]
public sealed partial class TextureCheck
{
    private static readonly Lazy<double[]> Weights = new(() => [.. Enumerable.Range(1, 8).Select(i => 1.0 / i)]);

    [Execute(1)]
    private ExecuteResult CompareHalves(in CompareHalvesStep step)
    {
        var pixels = step.Image.Memory;
        var channels = step.Image.Format == PixelFormat.Gray8 ? 1 : 3;
        var (stride, height, half) = (step.Image.Stride, step.Image.Height, step.Image.Width / 2);
        var token = step.Cancellation;
        var left = Task.Run(() => Roughness(pixels, 0), token);
        var right = Task.Run(() => Roughness(pixels, half), token);
        Task.WaitAll([left, right], token);

        var (rough, smooth) = (Math.Max(left.Result, right.Result), Math.Min(left.Result, right.Result));
        var ratio = (rough + 1) / (smooth + 1);
        step.Diagnostics.Publish("left", left.Result);
        step.Diagnostics.Publish("right", right.Result);
        return ratio <= step.Params.MaxRatio
            ? ExecuteResult.Ok()
            : ExecuteResult.Ng($"粗糙度相差 {ratio:F2} 倍，最多 {step.Params.MaxRatio:F2} 倍");

        double Roughness(ReadOnlyMemory<byte> picture, int start)
        {
            var weights = Weights.Value;
            var (sum, count) = (0.0, 0);
            for (var y = 0; y < height; y += 4)
            {
                token.ThrowIfCancellationRequested();
                var row = picture.Span.Slice((y * stride) + (start * channels), half * channels);
                for (var x = weights.Length; x < half; x++)
                {
                    for (var i = 0; i < weights.Length; i++)
                        sum += weights[i] * Math.Abs(row[x * channels] - row[(x - i - 1) * channels]);
                    count++;
                }
            }

            return sum / count;
        }
    }
}
