using Microsoft.CodeAnalysis.Text;
using ProcVision.Analyzers.Sources;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Prints the generated part of one algorithm class.</summary>
internal static class AlgorithmEmitter
{
    public static SourceText Emit(BoundAlgorithm algorithm, string @namespace)
    {
        var writer = new SourceWriter();
        algorithm.Place.Open(writer);
        if (algorithm.Model is { } model)
        {
            writer.Open($"{algorithm.Place.Head} : {Global.IAlgorithm}");
            writer.Line($"static {Global.AlgorithmDescriptor} {Global.IAlgorithm}.Descriptor => {ManifestNames.DispatchType}.Static;");
            PidsEmitter.Emit(writer, model);
            AssetsEmitter.Emit(writer, model);
            foreach (var declared in model.Enums)
                EnumEmitter.Emit(writer, declared);
            foreach (var step in model.Steps)
            {
                ParamsEmitter.Emit(writer, step);
                StepEmitter.Emit(writer, step, model);
            }

            DispatchEmitter.Emit(writer, model, @namespace);
        }
        else
        {
            writer.Open(algorithm.Place.Head);
        }

        foreach (var placeholder in algorithm.Inside)
            PlaceholderEmitter.Emit(writer, placeholder, algorithm.Session);
        writer.Close();
        algorithm.Place.Close(writer);
        return writer.ToSourceText();
    }
}
