using System.Text.Json;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>The file of a baseline: <c>{"figures":{NAME: NUMBER, …}}</c>, as <c>--save</c> writes it.</summary>
internal static class BenchBaseline
{
    /// <exception cref="BadInputException">There is no such file, or it is none.</exception>
    public static IReadOnlyDictionary<string, double> Read(string path)
    {
        if (!File.Exists(path))
            throw new BadInputException(Words.Of($"基线文件不存在: {path}。请先用 --save 生成", $"There is no baseline {path}. Make one with --save first"), ToolCode.NotFound);
        try
        {
            var figures = JsonElement.Parse(File.ReadAllText(path)).Member("figures");
            if (figures.ValueKind == JsonValueKind.Object)
                return figures.EnumerateObject().ToDictionary(static figure => figure.Name, static figure => figure.Value.GetDouble(), StringComparer.Ordinal);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            // Told below, as any other file that is none.
        }

        throw new BadInputException(Words.Of($"不是 procvision bench --save 的文件: {path}", $"Not a file of procvision bench --save: {path}"));
    }

    /// <summary>Known before minutes are spent. A slip of the hand must not replace a photograph.</summary>
    /// <exception cref="BadInputException">No baseline can be written there.</exception>
    public static void CheckTarget(string path)
    {
        if (!Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase))
            throw new BadInputException(Words.Of($"--save 应为 .json 文件: {path}", $"--save must be a .json file: {path}"));
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (Directory.Exists(path) || !Directory.Exists(folder))
            throw new BadInputException(Words.Of($"--save 的目录不存在，或它是一个目录: {path}", $"The folder of --save is not there, or it is a folder itself: {path}"), ToolCode.NotFound);
    }

    /// <summary>Beside its place, and renamed into it: a full disk leaves the older one as it was.</summary>
    public static void Write(string path, IEnumerable<BenchFigure> figures)
    {
        string beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $".procvision-bench-{Guid.NewGuid():N}.tmp");
        try
        {
            using (var file = File.Create(beside))
                Write(file, figures);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static void Write(Stream file, IEnumerable<BenchFigure> figures)
    {
        using var json = new Utf8JsonWriter(file, new() { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteStartObject("figures");
        foreach (var figure in figures)
            json.WriteNumber(figure.Name, figure.Value);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
