using ProcVision.Collections;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>The choices of one parameter as an enum.</summary>
/// <param name="Name">The enum.</param>
/// <param name="Summary">What it is, as XML text.</param>
/// <param name="Members">In the order of the choices.</param>
internal sealed record EnumModel(string Name, string Summary, EquatableArray<EnumMember> Members);
