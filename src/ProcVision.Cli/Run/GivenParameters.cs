using System.Text.Json;

namespace ProcVision.Cli;

/// <summary>The value of <c>--params</c>: a JSON object, or the name of a file with one.</summary>
internal static class GivenParameters
{
    private const string Cure = "示例: --params '{\"threshold\":0.8}' 或 --params @params.json";

    /// <exception cref="BadInputException">It is neither.</exception>
    public static JsonElement Read(string? text)
    {
        string json = text switch
        {
            null => "{}",
            ['@', .. var file] => ReadFile(file),
            _ => text,
        };
        try
        {
            // A repeated key would silently lose one of its values.
            var parameters = JsonElement.Parse(json, new() { AllowDuplicateProperties = false });
            return parameters.ValueKind == JsonValueKind.Object
                ? parameters
                : throw new BadInputException($"--params 必须是 JSON 对象，实际是 {parameters.ValueKind}。{Cure}");
        }
        catch (JsonException e)
        {
            throw new BadInputException($"--params 必须是 JSON 字符串。{e.Message} {Cure}");
        }
    }

    private static string ReadFile(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadInputException($"--params 的文件无法读取: {file}: {e.Message}");
        }
    }
}
