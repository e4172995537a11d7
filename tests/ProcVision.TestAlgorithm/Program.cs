using System.Globalization;
using ProcVision.CompilerServices;
using ProcVision.Hosting;
using ProcVision.TestAlgorithm;

AlgorithmDescriptor[] algorithms = Environment.GetEnvironmentVariable("TEST_ALGORITHMS") switch
{
    "none" => [],
    "two" => [ScriptedAlgorithm.Describe("First"), ScriptedAlgorithm.Describe("Second")],
    "old contract" => [ScriptedAlgorithm.Describe("First", contract: GeneratedContract.Version - 1)],
    _ => [ScriptedAlgorithm.Describe("First")],
};
return AlgorithmHost.Run(args, algorithms, null, Environment.GetEnvironmentVariable("TEST_LIMITS") switch
{
    // A test of an order must not be one of the machine's speed.
    null => new EndLimits(TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(55)),
    "platform" => EndLimits.OfPlatform,
    var ms => new EndLimits(TimeSpan.FromMilliseconds(int.Parse(ms, CultureInfo.InvariantCulture)), TimeSpan.FromMilliseconds(int.Parse(ms, CultureInfo.InvariantCulture))),
});
