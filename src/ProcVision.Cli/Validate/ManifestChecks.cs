using System.Globalization;
using System.Text;
using ProcVision.Manifests;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>
/// What can be said of a manifest without running anything (conformance 421–423, 445). The rules are the compiler's own, so a build and a validation
/// never disagree.
/// </summary>
internal static class ManifestChecks
{
    /// <summary>Of these a name that was probably meant is looked for.</summary>
    private const int MostFiles = 10_000;

    /// <summary>In the order they are told.</summary>
    private static readonly string[] Names = ["manifest_fields", "manifest_identity", "supported_pids", "steps_unique", "params_schema", "required_assets"];

    /// <summary>Which check a rule belongs to: 000x the file, 001x who it is, 002x products, 003x steps, from 0040 parameters, and the files among them.</summary>
    private static string NameOf(ManifestRule rule) => int.Parse(rule.Id.AsSpan(2), CultureInfo.InvariantCulture) switch
    {
        < 10 => Names[0],
        < 20 => Names[1],
        < 30 => Names[2],
        < 40 => Names[3],
        49 or 54 or 55 => Names[5],
        _ => Names[4],
    };

    /// <returns>The manifest, when it says enough to start the algorithm.</returns>
    public static ManifestModel? Run(CheckList checks, string path)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is DecoderFallbackException or IOException or UnauthorizedAccessException)
        {
            checks.Fail("manifest_load", e is DecoderFallbackException
                ? Words.Of($"{path} 不是 UTF-8，请另存为 UTF-8", $"{path} is not UTF-8. Save it as UTF-8")
                : e.Message);
            return null;
        }

        var reading = ManifestReader.Read(text);
        if (reading.Model is not { } model || reading.Problems.Any(static problem => problem.Rule == ManifestRules.NotJson))
        {
            checks.Fail("manifest_load", Lines(path, text, reading.Problems));
            return null;
        }

        checks.Pass("manifest_load", "loaded");
        string folder = Path.GetDirectoryName(path)!;
        ManifestProblem[] problems = [.. reading.Problems, .. MissingAssets.Find(reading, FilesOf(folder, model), static _ => true)];
        foreach (string name in Names)
        {
            ManifestProblem[] own = [.. problems.Where(problem => NameOf(problem.Rule) == name)];
            if (own.Any(static problem => problem.Rule.Severity == ManifestSeverity.Error))
                checks.Fail(name, Lines(path, text, own));
            else if (own.Any(static problem => problem.Rule.Severity == ManifestSeverity.Warning))
                checks.Warn(name, Lines(path, text, own));
            else
                checks.Pass(name, own.Length > 0 ? Lines(path, text, own) : Summary(name, model));
        }

        return model is { EntryPoint.Length: > 0, Pids.Count: > 0 } ? model : null;
    }

    private static string Summary(string check, ManifestModel model) => check switch
    {
        "manifest_fields" => Words.Of("齐全", "all there"),
        "manifest_identity" => $"{model.Name} {model.Version}",
        "supported_pids" => string.Join(", ", model.Pids),
        "steps_unique" => string.Join(", ", model.Steps.Select(static step => $"{step.Index} {step.Name}")),
        "params_schema" => string.Join(", ", model.Steps.SelectMany(static step => step.Params).Select(static param => param.Key).Distinct()),
        "required_assets" => Words.Of($"{model.RequiredAssets.Count + model.DefaultConfig.Count} 个", $"{model.RequiredAssets.Count + model.DefaultConfig.Count} there"),
        _ => "",
    };

    private static string Lines(string path, string text, IEnumerable<ManifestProblem> problems) =>
        string.Join('\n', problems.Select(problem => $"{Path.GetFileName(path)}{ManifestFile.Place(text, problem.Span.Start)}: {problem.Rule.Id} {problem.Message}"));

    /// <summary>
    /// With <c>/</c>, from the manifest's folder: those it names, also where a link leads to them, and what is near enough to have been meant. Not
    /// more: a link may lead in a circle, and the folder may be somebody's home.
    /// </summary>
    private static string[] FilesOf(string folder, ManifestModel model)
    {
        var named = model.RequiredAssets.Select(static asset => asset.Path).Concat(model.DefaultConfig.Select(static asset => asset.Path))
            .Select(static path => string.Join('/', path.Split('/').Where(static part => part != ".")))
            .Where(path => Path.Exists(Path.Combine(folder, path)));
        var near = Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 4 })
            .Take(MostFiles)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'));
        return [.. named, .. near];
    }
}
