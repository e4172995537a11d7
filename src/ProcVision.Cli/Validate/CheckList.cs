namespace ProcVision.Cli;

/// <summary>The checks of a validation, in the order they were made.</summary>
/// <param name="strict">Whether a warning is a failure.</param>
internal sealed class CheckList(bool strict)
{
    private readonly List<Check> _checks = [];

    public IReadOnlyList<Check> All => _checks;

    public int Failed => _checks.Count(static check => check.Result == CheckResult.Fail);

    public int Warnings => _checks.Count(static check => check.Result == CheckResult.Warning);

    public int Passed => _checks.Count - Failed;

    public bool IsPassed => Failed == 0;

    public void Pass(string name, string message) => _checks.Add(new(name, CheckResult.Pass, message));

    public void Warn(string name, string message) => _checks.Add(new(name, strict ? CheckResult.Fail : CheckResult.Warning, message));

    public void Fail(string name, string message) => _checks.Add(new(name, CheckResult.Fail, message));

    /// <summary>Passed when there is no problem.</summary>
    public bool Add(string name, string passed, string? problem)
    {
        if (problem is null)
            Pass(name, passed);
        else
            Fail(name, problem);
        return problem is null;
    }
}
