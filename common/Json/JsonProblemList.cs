using System.Collections;

namespace ProcVision.Json;

/// <summary>What scanner and parser found so far: one problem per place, and not without end.</summary>
internal sealed class JsonProblemList : IEnumerable<JsonProblem>
{
    private readonly List<JsonProblem> _problems = [];

    public void Add(JsonSpan span, string cause, string cure)
    {
        // What follows from a mistake at the same place is no news.
        bool isSamePlace = _problems.Count > 0 && _problems[_problems.Count - 1].Span == span;
        if (!isSamePlace && _problems.Count < JsonTree.MaxProblems)
            _problems.Add(new(span, cause, cure));
    }

    public IEnumerator<JsonProblem> GetEnumerator() => _problems.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
