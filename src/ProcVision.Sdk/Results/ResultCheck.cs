namespace ProcVision;

/// <summary>
/// Makes the outcome of a call of what the author's method returned: what is wrong becomes an ERROR that names it, what is too much is cut or
/// remarked on in the log (conformance 137–160, C15, C18). The rectangles of an outcome hold until the next one.
/// </summary>
internal sealed class ResultCheck(StructuredLogger log, Diagnostics diagnostics)
{
    /// <summary>The message of a pre call whose author gave none (C15).</summary>
    internal const string PreOk = "预执行检查通过";

    internal const int MostDefects = 20;
    private const int InvalidReturn = 1000;
    private const int LongMessage = 100;
    private const int LongReason = 50;

    private readonly RectCopy<CalibrationRect> _calibration = new();
    private readonly RectCopy<PositionRect> _positions = new();
    private readonly RectCopy<DefectRect> _defects = new();

    /// <summary>The outcome of a pre call.</summary>
    /// <param name="step">The step's index.</param>
    /// <param name="result">What the author returned.</param>
    /// <param name="image">The picture of the call; null without one.</param>
    internal CallOutcome Pre(int step, in PreResult result, ImageFrame? image)
    {
        if (!result.IsValid)
        {
            return Fail(Phase.Pre, step, InvalidReturn, "pre_execute 返回了 default(PreResult)；请返回 PreResult.Ok 或 PreResult.Error");
        }

        var calibration = _calibration.Of(result.Calibration);
        if (RulesFor(image).Check(calibration) is { } problem)
        {
            return Fail(Phase.Pre, step, (int)problem.Code, problem.Message);
        }

        RemarkLength("message", result.Message, LongMessage);
        return new CallOutcome
        {
            Phase = Phase.Pre,
            Step = step,
            Error = result.Code == 0 ? null : (int)result.Code,
            Message = string.IsNullOrWhiteSpace(result.Message) ? PreOk : result.Message,
            Calibration = calibration,
            Extra = result.Extra,
            Diagnostics = diagnostics,
        };
    }

    /// <summary>The outcome of an execute call.</summary>
    /// <inheritdoc cref="Pre"/>
    internal CallOutcome Execute(int step, in ExecuteResult result, ImageFrame? image)
    {
        if (!result.IsValid)
        {
            return Fail(Phase.Execute, step, InvalidReturn, "execute 返回了 default(ExecuteResult)；请返回 ExecuteResult.Ok、Ng 或 Error");
        }

        var positions = _positions.Of(result.Positions);
        var defects = _defects.Of(result.Defects);
        var rules = RulesFor(image);
        if ((rules.Check(positions) ?? rules.Check(defects)) is { } problem)
        {
            return Fail(Phase.Execute, step, (int)problem.Code, problem.Message);
        }

        var isNg = result.Verdict == Verdict.Ng;
        RemarkLength(isNg ? "ng_reason" : "message", result.Message, isNg ? LongReason : LongMessage);
        return new CallOutcome
        {
            Phase = Phase.Execute,
            Step = step,
            Error = result.Code == 0 ? null : (int)result.Code,
            Message = result.Message ?? "",
            Verdict = result.Verdict,
            Positions = positions,
            Defects = defects,
            DefectCount = Cut(defects?.Count ?? 0),
            Extra = result.Extra,
            Diagnostics = diagnostics,
        };
    }

    private static RectRules RulesFor(ImageFrame? image) => new(image?.Width ?? 0, image?.Height ?? 0);

    private CallOutcome Fail(Phase phase, int step, int code, string message)
    {
        log.Error($"返回值无效: {message}");
        return CallOutcome.Failed(phase, step, code, message, diagnostics: diagnostics);
    }

    private int Cut(int defects)
    {
        if (defects <= MostDefects)
        {
            return defects;
        }

        log.Warn($"defect_rects 有 {defects} 个，只发送前 {MostDefects} 个", ("defect_rects_total", defects));
        diagnostics.Publish("defect_rects_total", defects);
        return MostDefects;
    }

    private void RemarkLength(string field, string? text, int limit)
    {
        if (text?.Length >= limit)
        {
            log.Warn($"{field} 有 {text.Length} 个字符，应少于 {limit}；已完整发送");
        }
    }
}
