namespace ProcVision;

/// <summary>A reference place that a pre call found (conformance 145).</summary>
/// <param name="Box">Where it is; must lie inside the picture, else the result is 1007.</param>
/// <param name="Label">What it is.</param>
public readonly record struct CalibrationRect(Rect Box, string Label);
