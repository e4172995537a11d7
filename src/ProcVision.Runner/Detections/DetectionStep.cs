using System.Text.Json;

namespace ProcVision.Runner;

/// <summary>One step that a detection is to run.</summary>
/// <param name="Index">Its index in the manifest, from 1.</param>
/// <param name="Name">Its name, for people.</param>
/// <param name="Parameters">Its own parameters, checked.</param>
public sealed record DetectionStep(int Index, string Name, IReadOnlyDictionary<string, JsonElement> Parameters);
