using ProcVision.Analyzers.Sources;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Prints the class through which the host calls the author's methods: switches, no reflection, no delegates.</summary>
internal static class DispatchEmitter
{
    /// <summary>The field that holds the author's instance; the analyzer finds the calls by it.</summary>
    public const string AlgorithmField = "_algorithm";

    public static void Emit(SourceWriter writer, AlgorithmModel model, string @namespace)
    {
        writer.Gap();
        writer.Open($"private sealed class {ManifestNames.DispatchType} : {Global.AlgorithmDispatch}");
        DescriptorEmitter.Emit(writer, model, @namespace);
        writer.Gap();
        ParamReadingEmitter.EmitConstants(writer, model);
        writer.Line($"private readonly {CSharpName.Identifier(model.ClassName)} {AlgorithmField} = new();");
        foreach (var step in model.Steps.Where(s => !s.Params.IsEmpty))
            writer.Line($"private {step.ParamsType} {ParamReadingEmitter.FieldOf(step)};");

        writer.Line($"""

            public override {Global.AlgorithmDescriptor} Descriptor => Static;

            public override {Global.Utf8} Info => {CSharpLiteral.Utf8(model.Info)};
            """);
        EmitHooks(writer, model.Hooks);
        ParamReadingEmitter.Emit(writer, model);
        EmitCalls(writer, model, "PreExecute", Global.PreResult, s => s.Pre);
        EmitCalls(writer, model, "Execute", Global.ExecuteResult, s => s.Execute);
        writer.Close();
    }

    private static void EmitHooks(SourceWriter writer, Hooks hooks)
    {
        Hook(Hooks.Setup, $"{Global.SetupContext} context", "context");
        Hook(Hooks.Teardown, "", "");
        Hook(Hooks.OnStepStart, $"in {Global.StepStart} start", "in start");
        Hook(Hooks.OnStepFinish, $"in {Global.StepFinish} finish", "in finish");
        Hook(Hooks.Reset, $"in {Global.ResetContext} context", "in context");

        void Hook(Hooks hook, string parameter, string argument)
        {
            if ((hooks & hook) == 0)
                return;
            writer.Gap();
            writer.Line($"public override void {hook}({parameter}) => {AlgorithmField}.{hook}({argument});");
        }
    }

    private static void EmitCalls(SourceWriter writer, AlgorithmModel model, string name, string result, Func<StepModel, StepMethod?> methodOf)
    {
        writer.Gap();
        writer.Open($"public override {result} {name}(int step, {Global.StepCall} call)");
        writer.Open("switch (step)");
        foreach (var step in model.Steps)
        {
            if (methodOf(step) is not { } method)
                continue;
            string arguments = step.Params.IsEmpty ? "call" : $"call, in {ParamReadingEmitter.FieldOf(step)}";
            writer.Line($"""
                case {step.Index}:
                    return {AlgorithmField}.{CSharpName.Identifier(method.Name)}(new {step.Type}({arguments}));
                """);
        }

        writer.Line($"""
            default:
                throw new global::System.ArgumentOutOfRangeException(nameof(step), step, "This step has no [{name}] method.");
            """);
        writer.Close();
        writer.Close();
    }
}
