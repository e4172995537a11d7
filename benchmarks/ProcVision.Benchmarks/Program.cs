using BenchmarkDotNet.Running;
using ProcVision.Benchmarks.Wire;

BenchmarkSwitcher.FromAssembly(typeof(ParseAndWrite).Assembly).Run(args);
