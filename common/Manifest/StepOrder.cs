using ProcVision.Json;

namespace ProcVision.Manifests;

/// <summary>Looks at the steps of a manifest side by side: their order, their numbers and their names.</summary>
/// <param name="findings">Takes the problems.</param>
internal sealed class StepOrder(ManifestFindings findings)
{
    private readonly List<(int Index, JsonSpan Span)> _steps = [];
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private bool _hasBadIndex;

    /// <summary>Takes the next step of the file.</summary>
    /// <param name="step">Null when its index is not usable.</param>
    /// <param name="node">Where it stands.</param>
    public void Add(ManifestStep? step, JsonObjectNode node)
    {
        if (step is null)
        {
            _hasBadIndex = true;
            return;
        }

        _steps.Add((step.Index, node.Find("index")!.Value.Span));
        if (string.IsNullOrWhiteSpace(step.Name))
            return;
        string name = step.Name.Trim();
        if (_names.TryGetValue(name, out int owner))
            findings.Add(ManifestRules.DuplicateStepName, node.Find("name")!.Value.Span, Wording.Shorten(name), Wording.Number(owner));
        else
            _names.Add(name, step.Index);
    }

    /// <summary>Says what is wrong with the numbers as a whole. One mistake moves all that follow, so the first is enough.</summary>
    public void Judge()
    {
        for (int i = 1; i < _steps.Count; i++)
        {
            if (_steps[i].Index < _steps[i - 1].Index)
            {
                findings.Add(ManifestRules.StepsOutOfOrder, _steps[i].Span, Wording.Number(_steps[i].Index), Wording.Number(_steps[i - 1].Index));
                break;
            }
        }

        // Where a number is wrong in itself, that is the mistake, and not the gap it leaves.
        if (!_hasBadIndex)
            FindGap();
    }

    private void FindGap()
    {
        int expected = 1;
        foreach (var (index, span) in _steps.OrderBy(static s => s.Index))
        {
            if (index != expected)
            {
                string reason = expected == 1 ? $"and the first step is {Wording.Number(index)}" : $"which stands between {Wording.Number(expected - 1)} and {Wording.Number(index)}";
                findings.AddWhenJson(ManifestRules.StepNumbersHaveGap, span, Wording.Number(expected), reason);
                return;
            }

            expected++;
        }
    }
}
