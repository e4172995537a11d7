using System.Text.Json;

namespace ProcVision.Runner;

/// <summary>Reads <c>runner_config.json</c> (conformance 483–496).</summary>
public static class RunnerConfigurationFile
{
    private const string Preset = "preset";

    /// <summary>Keys of the file that belong to other parts of the platform: known, and not for this Runner to judge.</summary>
    private static readonly string[] OfOthers =
    [
        "log_level", "save_debug_fields", "shared_memory_backend", "image_encoding", "color_space_default", "max_defects", "allow_local_import", "local_store_path",
        "runner_root",
    ];

    private static readonly Dictionary<string, RunnerOptions> Presets = new(StringComparer.Ordinal)
    {
        ["spec"] = RunnerOptions.Spec,
        ["config-example"] = RunnerOptions.ConfigExample,
        ["platform"] = RunnerOptions.Platform,
    };

    /// <summary>Reads a file. What it does not name is that of its <c>preset</c>: <c>spec</c>, <c>config-example</c> or <c>platform</c>; without one, <c>spec</c>.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="RunnerConfigurationException">Everything that is wrong with it, at once; nothing is taken from such a file.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static RunnerOptions Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Parse(path, File.ReadAllBytes(path));
    }

    internal static RunnerOptions Parse(string path, ReadOnlyMemory<byte> bytes)
    {
        ReadOnlyMemory<byte> text = bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        var problems = new List<string>();
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new RunnerConfigurationException(path, ["应为 JSON 对象"]);
            if (!document.RootElement.IsReadable())
                throw new RunnerConfigurationException(path, ["有无效的 Unicode 字符 (孤立的代理项)"]);
            var options = Apply(document.RootElement, problems);
            problems.AddRange(problems.Count == 0 ? options.Problems() : []);
            return problems.Count == 0 ? options : throw new RunnerConfigurationException(path, problems);
        }
        catch (JsonException e)
        {
            throw new RunnerConfigurationException(path, [$"不是有效的 JSON: 第 {e.LineNumber + 1} 行第 {e.BytePositionInLine + 1} 字节附近"]);
        }
    }

    private static RunnerOptions Apply(JsonElement file, List<string> problems)
    {
        var options = Base(file, problems);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in file.EnumerateObject())
        {
            if (!seen.Add(member.Name))
                problems.Add($"{member.Name} 出现了不止一次；请只保留一个");
            else if (OptionKeys.All.FirstOrDefault(key => key.Name == member.Name) is { } key)
                options = key.Read(member.Value, out string problem) is { } values ? key.Set(options, values) : With(problems, problem, options);
            else if (member.Name != Preset && !OfOthers.Contains(member.Name))
                problems.Add($"未知的键 {member.Name}；{Cure(member.Name)}");
        }

        return options;
    }

    private static RunnerOptions Base(JsonElement file, List<string> problems)
    {
        if (!file.TryGetProperty(Preset, out var preset))
            return RunnerOptions.Spec;
        if (preset.ValueKind == JsonValueKind.String && Presets.TryGetValue(preset.GetString()!, out var options))
            return options;
        return With(problems, $"preset 的值 {preset.GetRawText()} 无效；可用: {string.Join(", ", Presets.Keys)}", RunnerOptions.Spec);
    }

    private static RunnerOptions With(List<string> problems, string problem, RunnerOptions options)
    {
        problems.Add(problem);
        return options;
    }

    private static string Cure(string name)
    {
        string[] known = [.. OptionKeys.All.Select(static key => key.Name), Preset, .. OfOthers];
        return ClosestName.Find(name, known) is { } meant ? $"是否想写 {meant}?" : $"可用的键: {string.Join(", ", known)}";
    }
}
