using System.Text.Json;

namespace ProcVision.Runner;

/// <summary>One value that an algorithm kept of a detection (<c>session_values:v1</c>).</summary>
/// <param name="Key">Its key.</param>
/// <param name="Type">The type as its algorithm calls it, in C# for example <c>Rect?</c>.</param>
/// <param name="Value">The value; a stored null is null.</param>
public sealed record SessionValue(string Key, string Type, JsonElement Value);
