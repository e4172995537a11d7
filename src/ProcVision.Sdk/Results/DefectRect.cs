namespace ProcVision;

/// <summary>A defect in the picture, drawn red (conformance 151, 154). The first 20 of a result are sent (C18).</summary>
/// <param name="Box">Where it is; must lie inside the picture, else the result is 1007.</param>
/// <param name="Label">What is wrong.</param>
/// <param name="Score">How sure the algorithm is, 0 … 1.</param>
public readonly record struct DefectRect(Rect Box, string Label, double Score = 1);
