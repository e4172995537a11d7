using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Something in which class and manifest disagree. It names its place; only the analyzer knows where that is in the text.</summary>
/// <param name="Rule">Which rule is broken.</param>
/// <param name="Place">Which part of the code.</param>
/// <param name="Method">The index of the method in <see cref="AlgorithmClass.Methods"/>; -1 when it is about none.</param>
/// <param name="Step">The step that nothing executes; null when the finding is about something else.</param>
/// <param name="Arguments">What fills the rule's message.</param>
internal readonly record struct BindingFinding(DiagnosticDescriptor Rule, BindingPlace Place, int Method, int? Step, params object[] Arguments);
