using ProcVision.Analyzers.Sessions;
using ProcVision.Analyzers.Sessions.Values;
using ProcVision.Analyzers.Sources;
using ProcVision.Collections;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Prints what the manifest says of an algorithm as data.</summary>
internal static class DescriptorEmitter
{
    public static void Emit(SourceWriter writer, AlgorithmModel model, string @namespace)
    {
        writer.Line($"internal static readonly {Global.AlgorithmDescriptor} Static = new()");
        writer.Open();
        writer.Line($"""
            Contract = {SdkNames.Contract},
            ClassName = {CSharpLiteral.Text(model.ClassName)},
            Name = {CSharpLiteral.Text(model.Name)},
            Version = {CSharpLiteral.Text(model.Version)},
            ManifestPath = {CSharpLiteral.Text(model.ManifestPath)},
            """);
        List(writer, "Pids", model.Pids, pid => CSharpLiteral.Text(pid.Value));
        List(writer, "Steps", model.Steps, Step);
        List(writer, "Assets", model.AssetFiles, file =>
            $"new({CSharpLiteral.TextOrNull(file.Pid)}, {CSharpLiteral.Text(file.Kind)}, {CSharpLiteral.Text(file.Path)})");
        writer.Line($"Session = {(model.Session is { } session ? session.Type + "." + SessionNames.Layout : "null")},");
        writer.Line($"Values = {ValuesEmitter.Prefix(@namespace)}All,");
        writer.Line($"ExecuteOnly = {CSharpLiteral.Bool(model.ExecuteOnly)},");
        writer.Line($"Create = static () => new {ManifestNames.DispatchType}(),");
        writer.Close(";");
    }

    private static string Step(StepModel step)
    {
        string hasPre = CSharpLiteral.Bool(step.Pre is not null);
        string preNeedsImage = CSharpLiteral.Bool(step.Pre?.NeedsImage ?? true);
        string executeNeedsImage = CSharpLiteral.Bool(step.Execute?.NeedsImage ?? true);
        return $"new({step.Index}, {CSharpLiteral.Text(step.Name)}, HasPre: {hasPre}, PreNeedsImage: {preNeedsImage}, ExecuteNeedsImage: {executeNeedsImage})";
    }

    private static void List<T>(SourceWriter writer, string name, EquatableArray<T> items, Func<T, string> print)
        where T : IEquatable<T>
    {
        writer.Line($"{name} =");
        writer.Line("[");
        foreach (var item in items)
            writer.Line("    " + print(item) + ",");
        writer.Line("],");
    }
}
