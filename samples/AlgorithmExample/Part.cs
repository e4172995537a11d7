using ProcVision;

namespace AlgorithmExample;

/// <summary>Something found on the tray.</summary>
/// <param name="Area">Its rectangle in the camera picture.</param>
/// <param name="Label">What it is, or what is wrong with it.</param>
/// <param name="Score">How well it matches the config, 0…1.</param>
/// <param name="IsGood">Whether it counts as a part; else it is a defect.</param>
public readonly record struct Part(Rect Area, string Label, float Score, bool IsGood);
