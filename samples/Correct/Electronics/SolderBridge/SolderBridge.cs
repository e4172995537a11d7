using System.Globalization;
using ProcVision;

namespace Acme.Electronics.Solder
{
    /// <summary>Bright pads in a row. Step 1 divides the row into pads and gaps, step 2 looks for gaps that solder crosses from side to side.</summary>
    [Algorithm(Session = typeof(Memory))]
    public sealed partial class SolderBridge
    {
        private readonly Dictionary<string, int> _padCounts = [];

        [Session]
        public readonly ref partial struct Memory
        {
            [MaxBytes(8192)]
            public partial List<Gap> Gaps { get; set; }
        }

        /// <summary>Between the pads <paramref name="Number"/> and the next.</summary>
        public readonly record struct Gap(int Number, Rect Box);

        private void Setup(SetupContext context)
        {
            foreach (var pid in context.Pids)
                _padCounts[pid] = int.Parse(File.ReadAllText(Assets.Of(context, pid).Pads), CultureInfo.InvariantCulture);
        }

        private void Teardown() => _padCounts.Clear();

        [Execute(1)]
        private ExecuteResult FindGaps(in FindGapsStep step)
        {
            var row = step.Params.Row;
            var pads = _padCounts[step.Pid];
            var pitch = row.Width / ((2 * pads) - 1);
            if (pitch < 3)
            {
                return ExecuteResult.Error(ErrorCode.InvalidParams, $"焊盘间距过小: {pitch} px，至少 3 px");
            }

            var gaps = new List<Gap>(pads - 1);
            for (var i = 0; i < pads - 1; i++)
            {
                gaps.Add(new Gap(i + 1, row with { X = row.X + (((2 * i) + 1) * pitch), Width = pitch }));
            }

            step.Session.Gaps = gaps;
            return ExecuteResult.Ok();
        }

        [Execute(2)]
        private ExecuteResult CheckBridges(in CheckBridgesStep step)
        {
            var gaps = step.Session.Gaps;
            if (gaps.Count == 0)
            {
                return ExecuteResult.Error(ErrorCode.ModelNotFound, "没有间隙，请先执行第一步");
            }

            var bridges = new List<DefectRect>();
            foreach (var gap in gaps)
            {
                var height = Bridge(step.Image, gap.Box, step.Params.Level, step.Params.Share);
                if (height > 0)
                {
                    bridges.Add(new DefectRect(gap.Box, $"锡桥 {gap.Number}-{gap.Number + 1}", Math.Min(1, (double)height / gap.Box.Height)));
                }
            }

            step.Diagnostics.Publish("bridges", bridges.Count);
            return bridges.Count == 0 ? ExecuteResult.Ok() : ExecuteResult.Ng($"发现 {bridges.Count} 处锡桥", bridges);
        }

        /// <summary>How many rows of a gap are solder for the given share of their pixels.</summary>
        private static int Bridge(StepImage image, Rect gap, long level, double share)
        {
            var rows = 0;
            for (var y = gap.Y; y < gap.Bottom; y++)
            {
                var solder = 0;
                for (var x = gap.X; x < gap.Right; x++)
                {
                    solder += Brightness.At(image, x, y) > level ? 1 : 0;
                }

                rows += solder >= share * gap.Width ? 1 : 0;
            }

            return rows;
        }
    }
}
