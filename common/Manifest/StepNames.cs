using ProcVision.Collections;

namespace ProcVision.Manifests;

/// <summary>The names of a step's types.</summary>
/// <param name="StepType">For example <c>LocateTrayStep</c>.</param>
/// <param name="ParamsType">For example <c>LocateTrayParams</c>.</param>
/// <param name="Params">One for each parameter of the step, in the same order.</param>
internal sealed record StepNames(string StepType, string ParamsType, EquatableArray<ParamNames> Params);
