using System.Text;
using System.Text.Json;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>The value of <c>--params</c>: a JSON object, or the name of a file with one.</summary>
internal static class GivenParameters
{
    /// <summary>Escaped once more they still fit into a frame of 2 MiB.</summary>
    private const int MostBytes = 512 * 1024;

    private static string Cure => Words.Of("示例: --params '{\"threshold\":0.8}' 或 --params @params.json", "Example: --params '{\"threshold\":0.8}' or --params @params.json");

    /// <exception cref="BadInputException">It is neither.</exception>
    public static JsonElement Read(string? text)
    {
        string json = text switch
        {
            null => "{}",
            "@" => throw new BadInputException(Words.Of($"--params @ 后缺少文件名。{Cure}", $"After --params @ the name of a file is missing. {Cure}")),
            ['@', .. var file] => ReadFile(file),
            _ => text,
        };
        if (Encoding.UTF8.GetByteCount(json) > MostBytes)
            throw new BadInputException(Words.Of($"--params 过大: 最多 {MostBytes / 1024} KiB", $"--params is too large: at most {MostBytes / 1024} KiB"));
        try
        {
            // A repeated key would silently lose one of its values.
            var parameters = JsonElement.Parse(json, new() { AllowDuplicateProperties = false });
            return parameters.ValueKind == JsonValueKind.Object
                ? parameters.IsReadable() ? parameters : throw new BadInputException(Words.Of("--params 中有无效的 Unicode 字符 (孤立的代理项)", "--params has letters that are no Unicode (lone surrogates)"))
                : throw new BadInputException(Words.Of($"--params 必须是 JSON 对象，实际是 {parameters.ValueKind}。{Cure}", $"--params must be a JSON object, and is {parameters.ValueKind}. {Cure}"));
        }
        catch (JsonException e)
        {
            throw new BadInputException(Words.Of($"--params 必须是 JSON 字符串。{e.Message} {Cure}", $"--params must be JSON. {e.Message} {Cure}"));
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
            throw new BadInputException(Words.Of($"--params 的文件无法读取: {file}: {e.Message}", $"The file of --params cannot be read: {file}: {e.Message}"),
                e is FileNotFoundException or DirectoryNotFoundException ? ToolCode.NotFound : ToolCode.Access);
        }
    }
}
