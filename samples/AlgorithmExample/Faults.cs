namespace AlgorithmExample;

/// <summary>The sentence that tells an operator what is wrong with a tray.</summary>
public static class Faults
{
    /// <summary>Why the tray is not good: too few, too many or wrong parts; null when all is well.</summary>
    public static string? Describe(IReadOnlyList<Part> parts, PartsConfig config)
    {
        var good = 0;
        foreach (var part in parts)
            good += part.IsGood ? 1 : 0;

        var bad = parts.Count - good;
        var count = good < config.ExpectedCount ? $"缺少{config.ExpectedCount - good}个零件"
            : good > config.ExpectedCount ? $"多出{good - config.ExpectedCount}个零件"
            : null;
        var defects = bad > 0 ? $"发现{bad}个异常零件" : null;
        return count is not null && defects is not null ? $"{count}，{defects}" : count ?? defects;
    }
}
