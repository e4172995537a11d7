namespace ProcVision.Parameters;

/// <summary>What is wrong with the parameters of one call; made when the first thing is.</summary>
internal sealed class ParamProblems
{
    private readonly List<string> _missing = [];
    private readonly List<string> _warnings = [];
    private string? _wrong;

    /// <summary>The values that were clipped, for the log (C12); null when there are none.</summary>
    internal string? Warning => _warnings.Count == 0 ? null : string.Join("；", _warnings);

    /// <summary>The first wrong value and every missing key, as the message of a 1006; null when there are only warnings.</summary>
    internal string? Message
    {
        get
        {
            var missing = _missing.Count == 0 ? null : $"缺少必需参数: {string.Join(", ", _missing)}";
            return _wrong is null || missing is null ? _wrong ?? missing : $"{_wrong}；{missing}";
        }
    }

    /// <summary>Whether a value was wrong: no other will be told.</summary>
    internal bool HasWrong => _wrong is not null;

    /// <summary>A value is wrong: only the first is told.</summary>
    internal void Wrong(string problem) => _wrong ??= problem;

    /// <summary>A required key was not given: every one is told (conformance 130).</summary>
    internal void Missing(string key) => _missing.Add(key);

    /// <summary>A value was clipped.</summary>
    internal void Warn(string warning) => _warnings.Add(warning);
}
