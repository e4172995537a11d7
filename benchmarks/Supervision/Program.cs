using System.Globalization;
using ProcVision.SupervisionCost;

// What a Runner costs: its share of a call, start to first result, recovery after SIGKILL, memory.
if (args is not [var noOp, var sample, var photo] || !File.Exists(noOp) || !File.Exists(sample) || !File.Exists(photo))
{
    Console.Error.WriteLine("usage: Supervision NOOP SAMPLE PHOTO   the native benchmarks/PipeCall, the published samples/AlgorithmExample, and a picture of p001");
    return 2;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
await Calls.MeasureAsync(Path.GetFullPath(noOp));
await Recovery.MeasureAsync(Path.GetFullPath(noOp));
await FirstResult.MeasureAsync(Path.GetFullPath(sample), Path.GetFullPath(photo));
await Memory.MeasureAsync(Path.GetFullPath(noOp));
return 0;
