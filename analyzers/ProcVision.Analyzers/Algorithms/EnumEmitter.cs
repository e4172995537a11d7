using ProcVision.Analyzers.Sources;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Prints the choices of a parameter as an enum.</summary>
internal static class EnumEmitter
{
    public static void Emit(SourceWriter writer, EnumModel model)
    {
        writer.Gap();
        writer.Line($"/// <summary>{model.Summary}</summary>");
        writer.Open($"public enum {model.Name}");
        foreach (var member in model.Members)
        {
            writer.Line($"/// <summary>{DocText.Escape(member.Choice)}</summary>");
            writer.Line($"{member.Name},");
        }

        writer.Close();
    }
}
