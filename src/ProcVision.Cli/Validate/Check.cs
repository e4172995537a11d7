namespace ProcVision.Cli;

/// <summary>One line of a validation (conformance 418).</summary>
/// <param name="Name">The platform's name for it; of ours where it has none.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Message">What was found and, unless it passed, what to do.</param>
internal sealed record Check(string Name, CheckResult Result, string Message);
