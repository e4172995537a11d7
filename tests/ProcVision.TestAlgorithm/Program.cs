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
return AlgorithmHost.Run(args, algorithms, null);
