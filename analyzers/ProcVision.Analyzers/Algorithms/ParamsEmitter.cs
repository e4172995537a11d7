using ProcVision.Analyzers.Sources;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Prints the parameters of a step as plain values: a unit test makes them with <c>new</c>.</summary>
internal static class ParamsEmitter
{
    public static void Emit(SourceWriter writer, StepModel step)
    {
        if (step.Params.IsEmpty)
            return;

        writer.Gap();
        writer.Line($"/// <summary>The parameters of {step.Summary}</summary>");
        writer.Open($"public readonly struct {step.ParamsType}");
        if (step.Params.Any(p => p.Default is not null))
        {
            writer.Line("/// <summary>The defaults of manifest.json.</summary>");
            writer.Open($"public {step.ParamsType}()");
            writer.Close();
        }

        foreach (var param in step.Params)
        {
            writer.Gap();
            writer.Line($"/// <summary>{param.Summary}</summary>");
            string required = param.IsRequired ? "required " : "";
            string initializer = param.Default is null ? "" : $" = {param.Default};";
            writer.Line($"public {required}{param.Type} {param.Name} {{ get; init; }}{initializer}");
        }

        writer.Close();
    }
}
