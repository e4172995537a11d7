using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ProcVision.Analyzers.Sessions.Keys;

namespace ProcVision.Analyzers.Processes;

/// <summary>Finds ways in which an algorithm ends its own process: the host then sees a crash (conformance 332, 334).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ProcessEndAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ProcessRules.Exit, ProcessRules.Kill];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (AlgorithmProject.Of(start.Compilation) is { } project)
                start.RegisterOperationAction(operation => Analyze(operation, project), OperationKind.Invocation, OperationKind.MethodReference);
        });
    }

    private static void Analyze(OperationAnalysisContext context, AlgorithmProject project)
    {
        if (MemberUse.Of(context.Operation) is not { Member: IMethodSymbol method } use)
            return;
        if (IsExit(method))
        {
            if (project.Owns(context.ContainingSymbol))
                use.Report(context, ProcessRules.Exit, use.Name);
        }
        else if (IsKill(method, context.Operation) && project.Owns(context.ContainingSymbol))
        {
            use.Report(context, ProcessRules.Kill, use.Name);
        }
    }

    private static bool IsExit(IMethodSymbol method) => (method.ContainingType.Name, method.Name) switch
    {
        ("Environment", "Exit" or "FailFast") => method.ContainingType.Is("System.Environment"),
        ("Application", "Exit" or "ExitThread") => method.ContainingType.Is("System.Windows.Forms.Application"),
        ("Application", "Shutdown") => method.ContainingType.Is("System.Windows.Application"),
        _ => false,
    };

    private static bool IsKill(IMethodSymbol method, IOperation operation)
    {
        if (method.IsExtern || method.GetDllImportData() is not null || method.Attribute("System.Runtime.InteropServices.LibraryImportAttribute") is not null)
            return NativeName(method) is "exit" or "_exit" or "abort" or "quick_exit" or "ExitProcess";
        return method.Name is "Kill" or "CloseMainWindow"
            && method.ContainingType.Is("System.Diagnostics.Process")
            && (operation as IInvocationOperation)?.Instance is { } process
            && IsOwn(ValueOrigin.Of(process));
    }

    private static string NativeName(IMethodSymbol method)
    {
        var import = method.Attribute("System.Runtime.InteropServices.LibraryImportAttribute");
        return method.GetDllImportData()?.EntryPointName
            ?? import?.NamedArguments.FirstOrDefault(a => a.Key == "EntryPoint").Value.Value as string
            ?? method.Name;
    }

    private static bool IsOwn(IOperation process) => process is IInvocationOperation { TargetMethod: var maker } call
        && (maker.Name == "GetCurrentProcess"
            || (maker.Name == "GetProcessById"
                && call.Arguments.FirstOrDefault() is { Value: IPropertyReferenceOperation { Property: { Name: "ProcessId", ContainingType.Name: "Environment" } } }));
}
