using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProcVision.Analyzers.Processes;

/// <summary>Finds decoders of the known libraries in a step: the host decodes the camera's picture once, into shared memory (conformance 227).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DecodeAgainAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [StepTimeRules.DecodeAgain];

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
        if (MemberUse.Of(context.Operation) is { Member: IMethodSymbol method } use && IsDecoder(method) && project.IsInStep(context.ContainingSymbol))
            use.Report(context, StepTimeRules.DecodeAgain, use.Name);
    }

    private static bool IsDecoder(IMethodSymbol method)
    {
        var type = method.ContainingType;
        return (type.Name, method.Name) switch
        {
            ("ImageFile", "Load") => type.Is("ProcVision.Imaging.ImageFile"),
            ("JpegPngDecoder", "Decode") => type.Is("ProcVision.Imaging.JpegPngDecoder"),
            ("IImageDecoder", "Decode") => type.Is("ProcVision.IImageDecoder"),
            ("ImageResult" or "ImageResultFloat", "FromMemory" or "FromStream") => IsIn(type, "StbImageSharp"),
            ("SKBitmap" or "SKImage", "Decode" or "FromEncodedData") => IsIn(type, "SkiaSharp"),
            ("Image", "Load" or "LoadAsync") => IsIn(type, "SixLabors.ImageSharp"),
            ("Image" or "Bitmap", "FromFile" or "FromStream") => IsIn(type, "System.Drawing"),
            ("Cv2" or "Mat", "ImRead" or "ImDecode" or "FromImageData" or "FromStream") => IsIn(type, "OpenCvSharp"),
            ("CvInvoke", "Imread" or "Imdecode") => IsIn(type, "Emgu.CV"),
            _ => false,
        };
    }

    private static bool IsIn(INamedTypeSymbol type, string space) => type.ContainingNamespace?.ToDisplayString() == space;
}
