namespace ProcVision.Conformance;

/// <summary>One numbered fact of the existing platform, as a line of facts.tsv has it.</summary>
/// <param name="Id">The number, <c>258</c>, the part of one, <c>531B</c>, or the stance on a contradiction, <c>C26</c>.</param>
/// <param name="Stances">The contradictions that decide what "as written, or better" means here; mostly none.</param>
/// <param name="Title">What the fact says, in a line.</param>
/// <param name="Owner">Whose it is and why, when it is not the algorithm's side; else null.</param>
internal sealed record Fact(string Id, IReadOnlyList<string> Stances, string Title, string? Owner);
