using System.Text;
using ProcVision.Manifests;

namespace ProcVision.Cli;

/// <summary>What a new project is called in each place that has rules for names (conformance 467).</summary>
/// <param name="Algorithm">In the manifest, of the executable and of the package: small letters, digits, <c>-</c>, <c>_</c>.</param>
/// <param name="Module">The module of the manifest's entry point: as <paramref name="Algorithm"/>, without a hyphen.</param>
/// <param name="Namespace">In C#, and of the project's file.</param>
internal sealed record ProjectNames(string Algorithm, string Module, string Namespace)
{
    /// <summary>What remains of a name of which nothing remains (conformance 467).</summary>
    public const string Fallback = "algorithm";

    /// <summary>A namespace of such a name would hide what the code beside it means; a test compares them with the types there are.</summary>
    private static readonly HashSet<string> Hiding = new(StringComparer.Ordinal)
    {
        "Microsoft", "ProcVision", "System", "Xunit",
        "Assert", "Fact", "Theory",
        "Algorithm", "AssetTable", "AlgorithmDescriptor", "AlgorithmDispatch", "AlgorithmException", "AlgorithmHost", "AlgorithmSetupException", "AlgorithmTest", "Assets",
        "CalibrationRect", "DefectRect", "Diagnostics", "ErrorCode", "Execute", "ExecuteResult", "FatalException", "GpuOutOfMemoryException", "GuideRegion",
        "IAlgorithm", "IImageDecoder", "ImageBuffer", "ImageEncoding", "ImageException", "ImageFile", "ImageFrame", "ImageHeader", "Imaging", "JpegPngDecoder",
        "KeptBetweenCalls", "LogField", "LogLevel", "MaxBytes", "Message", "NoImage", "Phase", "Pids", "PixelFormat", "PositionRect", "PreExecute", "PreResult",
        "ProgramException", "RecoverableException", "Rect", "ResetContext", "Session", "SessionContext", "SessionException", "SessionRegionException", "SessionValue", "SetupContext",
        "StepFinish", "StepGuide", "StepImage", "StepResult", "StepStart", "StructuredLogger", "TestGuide", "Verdict",
    };

    public string Class => Namespace + "Algorithm";

    /// <param name="name">As the user wrote it: anything.</param>
    public static ProjectNames Of(string name)
    {
        string algorithm = Plain(name);
        string pascal = Identifiers.Pascal(name);
        string stem = pascal.Length == 0 ? "Inspection"
            : Hiding.Contains(pascal) ? pascal + "Inspection"
            : pascal;
        return new(algorithm, ModuleOf(algorithm), stem);
    }

    /// <summary>Small letters, digits, <c>_</c> and <c>-</c> as they are; one hyphen for all between.</summary>
    private static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (char letter in name)
        {
            char small = char.IsAsciiLetterUpper(letter) ? char.ToLowerInvariant(letter) : letter;
            if (char.IsAsciiLetterLower(small) || char.IsAsciiDigit(small) || small == '_')
                plain.Append(small);
            else if (plain.Length > 0 && plain[^1] != '-')
                plain.Append('-');
        }

        string trimmed = plain.ToString().Trim('-', '_');
        return trimmed.Length > 0 ? trimmed : Fallback;
    }

    /// <summary>Also a name for Python: it does not begin with a digit.</summary>
    private static string ModuleOf(string algorithm)
    {
        string module = algorithm.Replace('-', '_');
        return char.IsAsciiDigit(module[0]) ? "_" + module : module;
    }
}
