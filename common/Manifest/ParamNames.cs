using ProcVision.Collections;

namespace ProcVision.Manifests;

/// <summary>The names of a parameter.</summary>
/// <param name="Property">The property in the step's parameter type, for example <c>Mode</c>.</param>
/// <param name="EnumType">For an enum the name of its type, for example <c>InspectPartsMode</c>; otherwise empty.</param>
/// <param name="Choices">For an enum one member for each choice, in the same order.</param>
internal sealed record ParamNames(string Property, string EnumType, EquatableArray<string> Choices);
