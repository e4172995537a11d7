using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>One step of an algorithm. For generated code.</summary>
/// <param name="Index">From 1.</param>
/// <param name="Name">The manifest's name of it.</param>
/// <param name="HasPre">Whether the author wrote a pre method; without one pre answers OK after the checks (C15).</param>
/// <param name="PreNeedsImage">False with <c>[NoImage]</c> on the pre method.</param>
/// <param name="ExecuteNeedsImage">False with <c>[NoImage]</c> on the execute method.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record StepDescriptor(int Index, string Name, bool HasPre, bool PreNeedsImage, bool ExecuteNeedsImage);
