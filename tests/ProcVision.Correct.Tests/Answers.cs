using ProcVision.Testing;

namespace ProcVision.Correct.Tests;

internal static class Answers
{
    public static StepResult AssertOk(this StepResult result)
    {
        Assert.True(result.Code is null && result.Verdict == Verdict.Ok, result.ToString());
        return result;
    }

    public static StepResult AssertReady(this StepResult result)
    {
        Assert.True(result.Code is null && result.Verdict == Verdict.None, result.ToString());
        return result;
    }

    public static StepResult AssertNg(this StepResult result, string reason)
    {
        Assert.True(result.Verdict == Verdict.Ng, result.ToString());
        Assert.Equal(reason, result.Message);
        return result;
    }

    public static StepResult AssertError(this StepResult result, ErrorCode code)
    {
        Assert.True(result.Code == code, result.ToString());
        return result;
    }
}
