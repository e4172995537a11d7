namespace ProcVision;

/// <summary>A place found in the picture, drawn green (conformance 153, 154).</summary>
/// <param name="Box">Where it is; must lie inside the picture, else the result is 1007.</param>
/// <param name="Label">What it is.</param>
/// <param name="Score">How sure the algorithm is, 0 … 1.</param>
public readonly record struct PositionRect(Rect Box, string Label, double Score = 1);
