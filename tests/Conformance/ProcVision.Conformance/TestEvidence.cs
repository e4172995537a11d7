namespace ProcVision.Conformance;

/// <summary>One test method and how it ended, all its cases together.</summary>
/// <param name="Project">The test project, <c>ProcVision.Sdk.Tests</c>.</param>
/// <param name="Class">The class without its namespace.</param>
/// <param name="Method">The method: the sentence it proves.</param>
/// <param name="Source">Its file from the root of the repository, with <c>/</c>; null where the report does not know it.</param>
/// <param name="Outcome">The worst of its cases.</param>
/// <param name="SkipReason">Why it was skipped; null unless it was.</param>
internal sealed record TestEvidence(string Project, string Class, string Method, string? Source, TestOutcome Outcome, string? SkipReason);
