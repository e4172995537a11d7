using System.Text.Json;
using ProcVision.Manifests;

namespace ProcVision.Runner;

/// <summary>
/// Gives each step its own parameters out of one object that holds keys of any step. A required rectangle that was not given is the whole
/// picture, and any other required one its default; only without one it is missing (1006).
/// </summary>
internal sealed class ParameterAssignment
{
    private readonly List<string> _problems = [];
    private readonly List<string> _notes = [];

    private ParameterAssignment()
    {
    }

    /// <summary>The steps to run, with their parameters.</summary>
    public IReadOnlyList<DetectionStep> Steps { get; private set; } = [];

    /// <summary>What is wrong; nothing may be called then.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>What was assumed.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <param name="manifest">All steps: a key of a step that is not run is no mistake. A manifest without steps (conformance 106) says
    /// nothing about parameters: then every step gets them all, unchecked.</param>
    /// <param name="run">The steps that are run.</param>
    /// <param name="given">A JSON object.</param>
    /// <param name="width">Of the picture, in pixels.</param>
    /// <param name="height">Of the picture, in pixels.</param>
    public static ParameterAssignment Make(
        IReadOnlyCollection<ManifestStep> manifest, IReadOnlyCollection<ManifestStep> run, JsonElement given, int width, int height)
    {
        var assignment = new ParameterAssignment();
        if (manifest.Count == 0)
        {
            var all = given.EnumerateObject().ToDictionary(static member => member.Name, static member => member.Value, StringComparer.Ordinal);
            assignment.Steps = [.. run.Select(step => new DetectionStep(step.Index, step.Name, all))];
            return assignment;
        }

        assignment.RefuseUnknown(given, manifest);
        assignment.Steps = [.. run.Select(step => new DetectionStep(
            step.Index, step.Name, assignment.Take(step, given, new(0, 0, width, height))))];
        return assignment;
    }

    private void RefuseUnknown(JsonElement given, IReadOnlyCollection<ManifestStep> manifest)
    {
        string[] known = [.. manifest.SelectMany(static step => step.Params).Select(static param => param.Key).Distinct()];
        foreach (var member in given.EnumerateObject())
        {
            if (known.Contains(member.Name))
                continue;
            string cure = ClosestName.Find(member.Name, known) is { } meant ? Words.Of($"是否想写 '{meant}'?", $"did you mean '{meant}'?")
                : known.Length > 0 ? Words.Of($"可用的参数: {string.Join(", ", known)}", $"there are: {string.Join(", ", known)}")
                : Words.Of("此算法没有参数", "this algorithm has none");
            _problems.Add(Words.Of($"未知参数 '{member.Name}'，{cure}", $"There is no parameter '{member.Name}': {cure}"));
        }
    }

    private Dictionary<string, JsonElement> Take(ManifestStep step, JsonElement given, Rect wholePicture)
    {
        var own = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var param in step.Params)
        {
            // Null is the same as not given, as in the algorithm.
            if (given.Member(param.Key) is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } value)
            {
                if (ParameterCheck.Problem(param, value) is { } problem)
                    _problems.Add(Words.Of($"步骤 {step.Index}: {problem}", $"Step {step.Index}: {problem}"));
                own[param.Key] = value;
            }
            else if (param.Required)
            {
                Assume(step, param, wholePicture, own);
            }
        }

        return own;
    }

    private void Assume(ManifestStep step, ManifestParam param, Rect wholePicture, Dictionary<string, JsonElement> own)
    {
        switch (param)
        {
            case { HasDefault: true }:
                own[param.Key] = ParameterDefault.Of(param);
                _notes.Add(Words.Of($"步骤 {step.Index}: 必填参数 {param.Key} 未给出，使用默认值 {own[param.Key].GetRawText()}", $"Step {step.Index}: the required parameter {param.Key} is not given; its default {own[param.Key].GetRawText()} is used"));
                break;
            case RectParam:
                own[param.Key] = ParameterDefault.Of(wholePicture);
                _notes.Add(Words.Of($"步骤 {step.Index}: 必填参数 {param.Key} 未给出，使用整幅图像 {wholePicture}", $"Step {step.Index}: the required parameter {param.Key} is not given; the whole picture {wholePicture} is used"));
                break;
            default:
                _problems.Add(Words.Of($"步骤 {step.Index}: 缺少必填参数 {param.Key}", $"Step {step.Index}: the required parameter {param.Key} is missing"));
                break;
        }
    }
}
