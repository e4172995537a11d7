namespace ProcVision.Analyzers.Algorithms;

/// <summary>A method of the author that a step calls; its signature is right but for what only the manifest knows.</summary>
/// <param name="Phase">Which half of the step.</param>
/// <param name="Step">The step's index, from 1.</param>
/// <param name="Name">The method's name.</param>
/// <param name="ParameterType">The simple name of its parameter's type: before generation there is nothing more to know of it.</param>
/// <param name="NeedsImage">False with <c>[NoImage]</c>.</param>
internal sealed record StepMethod(StepPhase Phase, int Step, string Name, string ParameterType, bool NeedsImage);
