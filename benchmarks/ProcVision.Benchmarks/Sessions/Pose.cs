using MemoryPack;

namespace ProcVision.Benchmarks.Sessions;

/// <summary>32 bytes without a reference.</summary>
[SessionValue, MemoryPackable]
public readonly partial record struct Pose(double X, double Y, double Angle, double Score);
