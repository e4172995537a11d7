using ProcVision.Analyzers.Sources;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Prints <c>supported_pids</c> as constants.</summary>
internal static class PidsEmitter
{
    public static void Emit(SourceWriter writer, AlgorithmModel model)
    {
        writer.Gap();
        writer.Line("/// <summary>The products of manifest.json.</summary>");
        writer.Open($"public static class {ManifestNames.PidsType}");
        foreach (var pid in model.Pids)
        {
            writer.Line($"/// <summary>{DocText.Escape(pid.Value)}</summary>");
            writer.Line($"public const string {pid.Name} = {CSharpLiteral.Text(pid.Value)};");
        }

        writer.Close();
    }
}
