using System;
using System.Collections.Generic;
using ProcVision;

namespace Packaging.Barcode
{
    /// <summary>Scans a barcode along several lines; the worst one decides.</summary>
    [Algorithm]
    public sealed partial class BarcodeQuietZone
    {
        private const int ScanLines = 5;

        [PreExecute(1)]
        public PreResult Prepare(in CheckZoneStep step)
        {
            Rect code = step.Params.Code;
            if (code.Width < 2 * step.Params.MinZone)
            {
                return PreResult.Error(ErrorCode.InvalidParams, $"条码区域过窄: {code.Width} px");
            }

            return PreResult.Ok("条码区域有效", new List<CalibrationRect> { new CalibrationRect(code, "条码") });
        }

        [Execute(1)]
        public ExecuteResult CheckZone(in CheckZoneStep step)
        {
            Rect code = step.Params.Code;
            var defects = new List<DefectRect>();
            int worstBars = int.MaxValue;
            for (int i = 1; i <= ScanLines; i++)
            {
                step.Cancellation.ThrowIfCancellationRequested();
                int y = code.Y + (code.Height * i / (ScanLines + 1));
                Scan scan = ScanLine(step.Image, code, y);
                worstBars = Math.Min(worstBars, scan.Bars);
                if (scan.LeftZone < step.Params.MinZone)
                {
                    defects.Add(new DefectRect(new Rect(code.X, y, Math.Max(1, scan.LeftZone), 1), "左静区不足"));
                }

                if (scan.RightZone < step.Params.MinZone)
                {
                    int width = Math.Max(1, scan.RightZone);
                    defects.Add(new DefectRect(new Rect(code.Right - width, y, width, 1), "右静区不足"));
                }
            }

            if (defects.Count > 0)
            {
                return ExecuteResult.Ng("静区不足", defects);
            }

            if (worstBars != step.Params.Bars)
            {
                return ExecuteResult.Ng($"条数 {worstBars}，应为 {step.Params.Bars}");
            }

            return ExecuteResult.Ok();
        }

        private static Scan ScanLine(StepImage image, Rect code, int y)
        {
            ReadOnlySpan<byte> row = image.Row(y);
            int channels = image.Format == PixelFormat.Gray8 ? 1 : 3;
            Scan scan = default;
            scan.LeftZone = code.Width;
            int lastDark = -1;
            bool dark = false;
            for (int x = 0; x < code.Width; x++)
            {
                bool now = row[(code.X + x) * channels] < 128;
                if (now && !dark)
                {
                    scan.Bars++;
                }

                if (now)
                {
                    scan.LeftZone = Math.Min(scan.LeftZone, x);
                    lastDark = x;
                }

                dark = now;
            }

            scan.RightZone = code.Width - 1 - lastDark;
            return scan;
        }

        private struct Scan
        {
            public int LeftZone;
            public int RightZone;
            public int Bars;
        }
    }
}
