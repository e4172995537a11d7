using System.Globalization;
using ProcVision.CompilerServices;
using ProcVision.Hosting;
using ProcVision.TestAlgorithm;

if (args is [RegionKeeper.Word, ..])
{
    return RegionKeeper.Run(args);
}

AlgorithmDescriptor[] algorithms = Environment.GetEnvironmentVariable("TEST_ALGORITHMS") switch
{
    "none" => [],
    "two" => [ScriptedAlgorithm.Describe("First"), ScriptedAlgorithm.Describe("Second")],
    "old contract" => [ScriptedAlgorithm.Describe("First", contract: GeneratedContract.Version - 1)],
    _ => [ScriptedAlgorithm.Describe("First")],
};

// A test of an order must not be one of the machine's speed: the platform's limits are only for those that are about them.
var limits = (Environment.GetEnvironmentVariable("TEST_LIMITS") ?? "50000 20000 55000 1000").Split(' ')
    .Select(milliseconds => TimeSpan.FromMilliseconds(int.Parse(milliseconds, CultureInfo.InvariantCulture))).ToArray();
return AlgorithmHost.Run(args, algorithms, null, new EndLimits(limits[0], limits[1], limits[2], limits[3]));
