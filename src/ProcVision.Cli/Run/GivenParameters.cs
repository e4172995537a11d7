using System.Text;
using System.Text.Json;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>The value of <c>--params</c>: a JSON object, or the name of a file with one.</summary>
internal static class GivenParameters
{
    /// <summary>Escaped once more they still fit into a frame of 2 MiB.</summary>
    private const int MostBytes = 512 * 1024;

    private const string Cure = "示例: --params '{\"threshold\":0.8}' 或 --params @params.json";

    /// <exception cref="BadInputException">It is neither.</exception>
    public static JsonElement Read(string? text)
    {
        string json = text switch
        {
            null => "{}",
            "@" => throw new BadInputException($"--params @ 后缺少文件名。{Cure}"),
            ['@', .. var file] => ReadFile(file),
            _ => text,
        };
        if (Encoding.UTF8.GetByteCount(json) > MostBytes)
            throw new BadInputException($"--params 过大: 最多 {MostBytes / 1024} KiB");
        try
        {
            // A repeated key would silently lose one of its values.
            var parameters = JsonElement.Parse(json, new() { AllowDuplicateProperties = false });
            return parameters.ValueKind == JsonValueKind.Object
                ? parameters.IsReadable() ? parameters : throw new BadInputException("--params 中有无效的 Unicode 字符 (孤立的代理项)")
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
