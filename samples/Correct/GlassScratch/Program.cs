using System.Buffers;
using ProcVision;
using ProcVision.Hosting;
using ProcVision.Imaging;

return AlgorithmHost.Run(args, GlassScratch.ProcVisionTable.Algorithms, new JpegPngDecoder());

namespace GlassScratch
{
    /// <summary>Finds thin upright lines that are darker than both their neighbours.</summary>
    [Algorithm]
    public sealed partial class GlassScratch
    {
        private const int Reach = 4;

        /// <summary>How long the line in each column is: working memory, cleared before each use.</summary>
        [KeptBetweenCalls]
        private int[] _lengths = [];

        [Execute(1)]
        ExecuteResult Inspect(in Step1 step)
        {
            if (_lengths.Length < step.Image.Width)
                _lengths = new int[step.Image.Width];
            Array.Clear(_lengths);

            var longest = default(Rect?);
            using var gray = MemoryPool<byte>.Shared.Rent(step.Image.Width * step.Image.Height);
            step.Image.CopyGrayTo(gray.Memory.Span);
            for (var y = 0; y < step.Image.Height; y++)
            {
                // A picture may be large and the deadline near: give up between rows.
                if (step.Cancellation.IsCancellationRequested)
                    return ExecuteResult.Error(ErrorCode.Timeout, $"在第 {y} 行被取消");

                var row = gray.Memory.Span.Slice(y * step.Image.Width, step.Image.Width);
                for (var x = Reach; x < row.Length - Reach; x++)
                {
                    var depth = Math.Min(row[x - Reach], row[x + Reach]) - row[x];
                    _lengths[x] = depth >= step.Params.Depth ? _lengths[x] + 1 : 0;
                    if (_lengths[x] >= step.Params.MinLength && _lengths[x] > (longest?.Height ?? 0))
                        longest = new Rect(x, y - _lengths[x] + 1, 1, _lengths[x]);
                }
            }

            return longest switch
            {
                null => ExecuteResult.Ok(),
                { } line => ExecuteResult.Ng($"划痕长 {line.Height} px", [new DefectRect(line, "划痕")]),
            };
        }
    }
}
