using Plant.Parts;

namespace ProcVision.SessionValues.Tests.Values;

/// <summary>Members whose types are another assembly's.</summary>
[SessionValue]
internal sealed record FromElsewhere(Part Part, List<Part?> Parts, Size? Size, Stock Stock, Dictionary<string, Cell> Cells, Shift Shift, Version Number);

internal sealed record Version(int Major, int Minor);
