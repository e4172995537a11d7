using ProcVision.Analyzers.Sources;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Prints what a step method sees.</summary>
internal static class StepEmitter
{
    public static void Emit(SourceWriter writer, StepModel step, AlgorithmModel model)
    {
        bool hasParams = !step.Params.IsEmpty;
        writer.Gap();
        writer.Line($"/// <summary>What a method of {step.Summary} sees while it runs.</summary>");
        writer.Open($"{SessionField.StepAccess(model.Session)} readonly ref struct {step.Type}");
        writer.Line($"private readonly {Global.StepCall} _call;");
        if (hasParams)
            writer.Line($"private readonly ref readonly {step.ParamsType} _params;");
        writer.Gap();
        SessionField.Declare(writer, model.Session);
        writer.Gap();
        writer.Open(hasParams
            ? $"internal {step.Type}({Global.StepCall} call, in {step.ParamsType} parameters)"
            : $"internal {step.Type}({Global.StepCall} call)");
        writer.Line("_call = call;");
        if (hasParams)
            writer.Line("_params = ref parameters;");
        writer.Line($"Session = {SessionField.From(model.Session)};");
        writer.Close();
        if (hasParams)
        {
            writer.Line($"""

                /// <summary>The checked parameters of this call.</summary>
                public ref readonly {step.ParamsType} Params => ref _params;
                """);
        }

        if (!model.Assets.IsEmpty)
        {
            writer.Line($"""

                /// <summary>The files of this call's product.</summary>
                public {ManifestNames.AssetsType} Assets => new(_call.Assets, _call.Pid);
                """);
        }

        writer.Line($"""

            /// <summary>The camera picture.</summary>
            public {Global.StepImage} Image => new(_call.Image);

            /// <summary>How the step should look; only calls of the execute-only profile bring it.</summary>
            public {Global.StepGuide} Guide => new(_call);

            /// <summary>The product.</summary>
            public string Pid => _call.Pid;

            /// <summary>Lines on stderr.</summary>
            public {Global.StructuredLogger} Log => _call.Log;

            /// <summary>Values for the result's data.debug.</summary>
            public {Global.Diagnostics} Diagnostics => _call.Diagnostics;

            /// <summary>Fires at the deadline and when the process is asked to end.</summary>
            public {Global.CancellationToken} Cancellation => _call.Cancellation;
            """);
        writer.Close();
    }
}
