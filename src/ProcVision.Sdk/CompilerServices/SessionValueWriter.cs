using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>Writes the value of a slot as JSON. For generated code.</summary>
/// <param name="json">Takes the JSON of one value.</param>
/// <param name="stored">The value as it lies in memory.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void SessionValueWriter(SessionValueJson json, ReadOnlySpan<byte> stored);
