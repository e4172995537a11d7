namespace ProcVision.Runner;

/// <summary>Why an answer is none.</summary>
/// <param name="Code">The error code, 1006 or 1007 (conformance 178, 179).</param>
/// <param name="Text">What is wrong, for people.</param>
internal sealed record AnswerProblem(string Code, string Text);
