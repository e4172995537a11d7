using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>A name of an enum value, as it stands in JSON. For generated code.</summary>
/// <param name="Name">The declared name, or that of <c>[JsonStringEnumMemberName]</c>.</param>
/// <param name="Value">The value; one of <c>ulong</c> as the <c>long</c> of the same bits.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record SessionEnumName(string Name, long Value);
