namespace ProcVision.Sdk.Tests.Sessions;

/// <summary>An author's own value type in a session.</summary>
public readonly record struct Pose(double X, double Y, double Angle);
