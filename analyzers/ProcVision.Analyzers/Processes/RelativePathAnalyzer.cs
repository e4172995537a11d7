using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ProcVision.Analyzers.Sessions.Keys;

namespace ProcVision.Analyzers.Processes;

/// <summary>Finds constant relative paths: the platform starts an algorithm in the manifest's folder, other hosts anywhere (conformance 511).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RelativePathAnalyzer : DiagnosticAnalyzer
{
    private static readonly HashSet<string> Openers =
        ["File", "Directory", "FileStream", "FileInfo", "DirectoryInfo", "StreamReader", "StreamWriter", "FileSystemWatcher"];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ProcessRules.RelativePath];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (AlgorithmProject.Of(start.Compilation) is { } project)
                start.RegisterOperationAction(operation => Analyze(operation, project), OperationKind.Invocation, OperationKind.ObjectCreation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, AlgorithmProject project)
    {
        var (method, arguments) = context.Operation switch
        {
            IInvocationOperation call => (call.TargetMethod, call.Arguments),
            IObjectCreationOperation made => (made.Constructor, made.Arguments),
            _ => (null, []),
        };
        if (method is not { ContainingType: { } type } || !Openers.Contains(type.Name) || type.ContainingNamespace?.ToDisplayString() != "System.IO" || method is { Name: "SetCurrentDirectory" })
            return;
        foreach (var argument in arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.Explicit && IsPath(argument.Parameter) && RelativeStart(argument.Value) is { } path && project.Owns(context.ContainingSymbol))
                context.ReportDiagnostic(Diagnostic.Create(ProcessRules.RelativePath, argument.Value.Syntax.GetLocation(), path));
        }
    }

    private static bool IsPath(IParameterSymbol? parameter) =>
        parameter is { Type.SpecialType: SpecialType.System_String, Name: "path" or "fileName" or "sourceFileName" or "destFileName" or "sourceDirName" or "destDirName" };

    /// <summary>The path, or its beginning, where it surely is relative.</summary>
    private static string? RelativeStart(IOperation value)
    {
        var origin = ValueOrigin.Of(value);
        return origin switch
        {
            { ConstantValue: { HasValue: true, Value: string text } } => IsRelative(text) ? text : null,
            IInvocationOperation { TargetMethod: { Name: "Combine" or "Join", ContainingType: { Name: "Path" } type } } join when type.Is("System.IO.Path") => First(join),
            IInterpolatedStringOperation { Parts: [IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string text } }, ..] } => IsRelative(text) ? text + "…" : null,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum => RelativeStart(sum.LeftOperand) is { } start ? start.TrimEnd('…') + "…" : null,
            _ => null,
        };
    }

    /// <summary>A rooted part further back would make the whole path one: only constants are sure.</summary>
    private static string? First(IInvocationOperation join)
    {
        var parts = join.Arguments.SelectMany(a => a.Value is IArrayCreationOperation { Initializer: { } all } ? all.ElementValues : [a.Value]).ToList();
        return parts.Count > 0 && RelativeStart(parts[0]) is { } first && (join.TargetMethod.Name == "Join" || parts.Skip(1).All(p => !MayBeRooted(p)))
            ? parts.Count == 1 ? first : first.TrimEnd('…') + "/…"
            : null;
    }

    /// <summary>Names of files and pids are put behind a folder; a value named like a path may be one.</summary>
    private static bool MayBeRooted(IOperation part) =>
        part.ConstantValue.HasValue ? part.ConstantValue.Value is string text && !IsRelative(text) : part is not IInterpolatedStringOperation && part.Syntax.ToString().EndsWith("Path", StringComparison.OrdinalIgnoreCase);

    private static bool IsRelative(string path) =>
        path.Length > 0 && path[0] is not ('/' or '\\' or '~' or '%') && !(path.Length > 1 && path[1] == ':') && !path.Contains("://");
}
