namespace ProcVision.Analyzers.Results;

/// <summary>PV3016: a failure becomes OK.</summary>
public sealed class SwallowedFailureTests
{
    [Theory]
    [InlineData("try { Find(); return Count > 5 ? ExecuteResult.Ok() : ExecuteResult.Ng(\"缺少\"); } {|PV3016:catch|} { return ExecuteResult.Ok(); }")]
    [InlineData("try { Find(); return ExecuteResult.Ok(); } {|PV3016:catch|} (Exception e) { step.Log.Error(e, \"失败\"); return ExecuteResult.Ok(); }")]
    [InlineData("try { Find(); if (Count < 6) return ExecuteResult.Ng(\"缺少\"); } {|PV3016:catch|} { } return ExecuteResult.Ok();")]
    [InlineData("try { Find(); if (Count < 6) return ExecuteResult.Ng(\"缺少\"); } {|PV3016:catch|} (Exception e) { step.Log.Error(e, \"失败\"); } return ExecuteResult.Ok([]);")]
    [InlineData("ExecuteResult result; try { Find(); result = ExecuteResult.Ng(\"缺少\"); } {|PV3016:catch|} (Exception) { result = ExecuteResult.Ok(); } return result;")]
    [InlineData("try { Find(); return ExecuteResult.Ok(); } catch (RecoverableException) { throw; } {|PV3016:catch|} { return ExecuteResult.Ok().With(\"failed\", true, Json<bool>()); }")]
    public async Task A_handler_around_the_step_answers_OK(string body)
    {
        string message = Assert.Single(await ResultStep.FindMethodAsync($"[Execute(1)] ExecuteResult Locate(in LocateStep step) {{ {body} }} private void Find() => Count++;"));
        Assert.Equal(
            "Whatever fails in this step is caught here, and the part is answered with OK without having been inspected. Return 'ExecuteResult.Error' with what happened, or let the exception out.",
            message);
    }

    [Theory]
    [InlineData("try { Find(); return ExecuteResult.Ok(); } catch (Exception e) { return ExecuteResult.Error(ErrorCode.Unknown, e.Message); }")]
    [InlineData("try { Find(); return ExecuteResult.Ok(); } catch (Exception e) { return Flag ? ExecuteResult.Ok() : ExecuteResult.Ng(e.Message); }")]
    [InlineData("try { Find(); return ExecuteResult.Ok(); } catch (FormatException) { return ExecuteResult.Ok(); }")]
    [InlineData("try { Find(); return ExecuteResult.Ok(); } catch (Exception e) when (e is FormatException) { return ExecuteResult.Ok(); }")]
    [InlineData("try { Find(); } catch (Exception e) { step.Log.Warn($\"{e.Message}\"); } return ExecuteResult.Ok();")]
    [InlineData("try { Find(); } catch { } return Count > 5 ? ExecuteResult.Ok() : ExecuteResult.Ng(\"缺少\");")]
    [InlineData("if (Flag) { try { Find(); return ExecuteResult.Ok(); } catch { return ExecuteResult.Ok(); } } return ExecuteResult.Ok();")]
    [InlineData("try { Find(); return ExecuteResult.Ok(); } catch (Exception e) { step.Log.Error(e, \"失败\"); throw; }")]
    [InlineData("try { Find(); return ExecuteResult.Ok(); } finally { Count = 0; }")]
    public async Task Other_handlers_are_fine(string body) =>
        Assert.Empty(await ResultStep.FindMethodAsync($"[Execute(1)] ExecuteResult Locate(in LocateStep step) {{ {body} }} private void Find() => Count++;"));
}
