namespace Mistakes.PV3014;

[Algorithm]
public sealed partial class Demo3014
{
    [Execute(1)]
    ExecuteResult Inspect(in InspectStep step)
    {
        if (step.Image.Mean() > 50)
            return ExecuteResult.Ok();
        step.Diagnostics.Publish("mean_of_first_row", Mean(step.Image.Row(0)));
        return ExecuteResult.Ng("表面划伤", [new(new(0, 0, step.Image.Width, 1), "划伤")]);
    }

    static double Mean(ReadOnlySpan<byte> row)
    {
        long sum = 0;
        foreach (byte pixel in row)
            sum += pixel;
        return (double)sum / row.Length;
    }
}
