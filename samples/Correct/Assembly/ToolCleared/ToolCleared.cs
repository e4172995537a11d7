using ProcVision;
using Shared;

namespace GuidedAssembly.Tools;

/// <summary>Step 1 keeps a coarse picture of the empty bench, step 2 looks for cells that have changed.</summary>
[Algorithm(Session = typeof(BenchSession), ExecuteOnly = true)]
public sealed partial class ToolCleared
{
    private const int Columns = 16, Rows = 12;

    [Execute(1)]
    private ExecuteResult Remember(in RememberBenchStep step)
    {
        step.Session.Bench = Coarse(step.Image);
        step.Session.Size = new Size(step.Image.Width, step.Image.Height);
        return ExecuteResult.Ok();
    }

    [Execute(2)]
    private ExecuteResult Compare(in CompareBenchStep step)
    {
        var before = step.Session.Bench;
        if (before.Length == 0)
            return ExecuteResult.Error(ErrorCode.ModelNotFound, "没有空工位的记录，请先执行第一步");
        if (step.Session.Size != new Size(step.Image.Width, step.Image.Height))
            throw new RecoverableException("两次拍摄的图像尺寸不同，请重新拍摄");

        var limit = Limit(step.Params.Sensitivity);
        var now = Coarse(step.Image);
        var left = new List<DefectRect>();
        for (var i = 0; i < now.Length && left.Count < 20; i++)
        {
            if (Math.Abs(now[i] - before[i]) > limit)
                left.Add(new DefectRect(Cell(step.Image, i), "遗留物"));
        }

        return left is [] ? ExecuteResult.Ok() : ExecuteResult.Ng($"工位上有遗留物: {left.Count} 处", left);

        static int Limit(CompareBenchSensitivity sensitivity) => sensitivity switch
        {
            CompareBenchSensitivity.Low => 40,
            CompareBenchSensitivity.High => 8,
            _ => 20,
        };
    }

    private static byte[] Coarse(StepImage image)
    {
        var cells = new byte[Columns * Rows];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = (byte)MeanOf.Box(image, Cell(image, i));
        return cells;
    }

    private static Rect Cell(StepImage image, int index)
    {
        var (width, height) = (image.Width / Columns, image.Height / Rows);
        return new Rect(index % Columns * width, index / Columns * height, width, height);
    }
}

public readonly record struct Size(int Width, int Height);

[Session]
public readonly ref partial struct BenchSession
{
    [MaxBytes(256)]
    public partial byte[] Bench { get; set; }

    public partial Size Size { get; set; }
}
