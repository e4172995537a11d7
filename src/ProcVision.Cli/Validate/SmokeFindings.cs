using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>What all the tried calls have shown for each check: how many passed, and the first that did not with its cure.</summary>
internal sealed class SmokeFindings
{
    private readonly List<string> _order = [];
    private readonly Dictionary<string, Finding> _findings = new(StringComparer.Ordinal);

    /// <summary>Counts one call for a check.</summary>
    /// <param name="check">Its name.</param>
    /// <param name="where">Which call.</param>
    /// <param name="problem">What is wrong and what to do; null when nothing is.</param>
    /// <param name="isWarning">Whether a problem is no failure.</param>
    public void Add(string check, string where, string? problem, bool isWarning = false)
    {
        if (!_findings.TryGetValue(check, out var finding))
        {
            finding = new();
            _findings.Add(check, finding);
            _order.Add(check);
        }

        finding.Calls++;
        if (problem is null)
            return;
        finding.Failed++;
        finding.IsWarning = isWarning;
        finding.First ??= $"{where}: {problem}";
    }

    /// <summary>One check for each name, in the order they came up in.</summary>
    public void WriteTo(CheckList checks)
    {
        foreach (string name in _order)
        {
            var finding = _findings[name];
            if (finding.First is null)
            {
                checks.Pass(name, Words.Of($"{finding.Calls} 次", $"{finding.Calls} times"));
                continue;
            }

            string message = finding.Failed == 1 ? finding.First : finding.First + Words.Of($" (共 {finding.Failed} 次)", $" ({finding.Failed} times in all)");
            if (finding.IsWarning)
                checks.Warn(name, message);
            else
                checks.Fail(name, message);
        }
    }

    private sealed class Finding
    {
        public int Calls { get; set; }

        public int Failed { get; set; }

        public bool IsWarning { get; set; }

        public string? First { get; set; }
    }
}
