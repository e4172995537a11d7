using System.Globalization;
using Startup;

// Start → hello, peak memory and size of an algorithm executable, beside a floor that is started in turn with it.
if (args.Length is 0 or > 2)
{
    Console.Error.WriteLine("usage: Startup EXECUTABLE [RUNS]   an algorithm executable, as 'dotnet publish' makes it; 40 runs unless told");
    return 2;
}

var executable = Path.GetFullPath(args[0]);
if (!File.Exists(executable))
{
    Console.Error.WriteLine($"{executable} does not exist. Publish the sample first: dotnet publish samples/AlgorithmExample -c Release -o DIR");
    return 2;
}

var runs = args.Length == 2 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 40;
var candidate = new Series(executable, ["-m", "procvision_algorithm_sdk.adapter", "--entry", "x"], staysAlive: true);
var floor = new Series("/bin/cat", ["/proc/self/stat"], staysAlive: false);
for (var run = 0; run < runs + 3; run++)
{
    // The first three warm the page cache and this program.
    candidate.Measure(count: run >= 3);
    floor.Measure(count: run >= 3);
}

Console.WriteLine(FormattableString.Invariant($"first byte of /bin/cat (a C program):  median {floor.MedianMs:F2} ms, max {floor.MaxMs:F2} ms"));
Console.WriteLine(FormattableString.Invariant($"start -> hello of the algorithm:       median {candidate.MedianMs:F2} ms, max {candidate.MaxMs:F2} ms"));
Console.WriteLine(FormattableString.Invariant($"ratio:                                 {candidate.MedianMs / floor.MedianMs:F1}"));
Console.WriteLine(FormattableString.Invariant($"peak resident memory after hello:      {candidate.PeakKiB / 1024.0:F1} MiB"));
Console.WriteLine(FormattableString.Invariant($"executable:                            {new FileInfo(executable).Length / 1048576.0:F2} MiB"));
return 0;
