using System.Text.Json;
using ProcVision.Manifests;

namespace ProcVision.Runner;

/// <summary>Checks a detection before anything of it is called: the picture against what is told about it, parameters against what the algorithm says of them.</summary>
internal static class RequestCheck
{
    /// <summary>The first step that must not be called, and what it would be answered; null when all may be.</summary>
    public static (int Step, CallAnswer Answer)? Refusal(DetectionRequest request, AlgorithmInfo? info)
    {
        if (request.Steps.Count > 0 && request.Image.Problem.Length > 0)
            return (request.Steps[0].Index, Refused(AnswerCode.ImageLoadFailed, $"图像无法使用，未调用算法: {request.Image.Problem}"));
        foreach (var step in request.Steps)
        {
            // A step it does not describe, and an algorithm that describes none, say for themselves what they do not like.
            if (info?.Schema.FirstOrDefault(described => described.Index == step.Index) is not { } schema)
                continue;
            Tell(request, step, schema);
            string[] problems = [.. schema.Params.Select(param => Problem(param, step.Parameters)).OfType<string>()];
            if (problems.Length > 0)
                return (step.Index, Refused(AnswerCode.InvalidParams, $"参数有误，未调用算法: {string.Join("; ", problems)}"));
        }

        return null;
    }

    /// <summary>Null is the same as not given, as in the algorithm.</summary>
    private static string? Problem(ManifestParam param, IReadOnlyDictionary<string, JsonElement> given) =>
        given.TryGetValue(param.Key, out var value) && value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null)
            ? ParameterCheck.Problem(param, value)
            : param.Required ? $"缺少必填参数 {param.Key}" : null;

    /// <summary>A parameter that nobody reads is told, and harms nothing: recipes outlive the parameters they were written for.</summary>
    private static void Tell(DetectionRequest request, DetectionStep step, ManifestStep schema)
    {
        foreach (string key in step.Parameters.Keys)
        {
            if (schema.Params.All(param => param.Key != key))
                request.Log?.Invoke(Words.Of(
                    $"步骤 {step.Index}: 算法没有参数 '{key}'，它不起作用",
                    $"step {step.Index}: the algorithm has no parameter '{key}'; it does nothing"));
        }
    }

    private static CallAnswer Refused(string code, string message) =>
        new(ErrorFrame.Make(null, code, message), CallAnswerSource.Runner, TimeSpan.Zero) { Attempts = 0 };
}
