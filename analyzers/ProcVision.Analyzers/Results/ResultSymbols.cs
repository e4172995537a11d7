using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Results;

/// <summary>The types of the Sdk that rules about results ask for, looked up once per compilation.</summary>
internal sealed class ResultSymbols
{
    private readonly INamedTypeSymbol _execute;
    private readonly INamedTypeSymbol? _pre;
    private readonly INamedTypeSymbol? _message;
    private readonly INamedTypeSymbol? _errorCode;
    private readonly INamedTypeSymbol? _rect;
    private readonly INamedTypeSymbol? _defect;
    private readonly INamedTypeSymbol? _position;
    private readonly INamedTypeSymbol? _calibration;
    private readonly INamedTypeSymbol? _diagnostics;
    private readonly INamedTypeSymbol? _executeMark;
    private readonly INamedTypeSymbol? _preMark;
    private readonly INamedTypeSymbol?[] _images;

    private ResultSymbols(Compilation compilation, INamedTypeSymbol execute)
    {
        _execute = execute;
        _pre = compilation.GetTypeByMetadataName(SdkNames.PreResult);
        _message = compilation.GetTypeByMetadataName(SdkNames.Message);
        _errorCode = compilation.GetTypeByMetadataName(SdkNames.ErrorCode);
        _rect = compilation.GetTypeByMetadataName(SdkNames.Rect);
        _defect = compilation.GetTypeByMetadataName(SdkNames.DefectRect);
        _position = compilation.GetTypeByMetadataName(SdkNames.PositionRect);
        _calibration = compilation.GetTypeByMetadataName(SdkNames.CalibrationRect);
        _diagnostics = compilation.GetTypeByMetadataName(SdkNames.Diagnostics);
        _executeMark = compilation.GetTypeByMetadataName(SdkNames.ExecuteAttribute);
        _preMark = compilation.GetTypeByMetadataName(SdkNames.PreExecuteAttribute);
        _images =
        [
            compilation.GetTypeByMetadataName(SdkNames.StepImage),
            compilation.GetTypeByMetadataName(SdkNames.ImageFrame),
            compilation.GetTypeByMetadataName(SdkNames.ImageBuffer),
        ];
        AlgorithmException = compilation.GetTypeByMetadataName(SdkNames.AlgorithmException);
        Exception = compilation.GetTypeByMetadataName("System.Exception");
    }

    public INamedTypeSymbol? AlgorithmException { get; }

    public INamedTypeSymbol? Exception { get; }

    /// <summary>Null where the Sdk is not referenced.</summary>
    public static ResultSymbols? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName(SdkNames.ExecuteResult) is { } execute ? new(compilation, execute) : null;

    public bool IsExecuteResult(ITypeSymbol? type) => Same(type, _execute);

    public bool IsPreResult(ITypeSymbol? type) => Same(type, _pre);

    public bool IsResult(ITypeSymbol? type) => IsExecuteResult(type) || IsPreResult(type);

    public bool IsMessage(ITypeSymbol? type) => Same(type, _message);

    public bool IsErrorCode(ITypeSymbol? type) => Same(type, _errorCode);

    public bool IsRect(ITypeSymbol? type) => Same(type, _rect);

    public bool IsDefect(ITypeSymbol? type) => Same(type, _defect);

    /// <summary>Whether a type is a rectangle with a label, as results carry it.</summary>
    public bool IsLabelledRect(ITypeSymbol? type) => Same(type, _defect) || Same(type, _position) || Same(type, _calibration);

    public bool IsDiagnostics(ITypeSymbol? type) => Same(type, _diagnostics);

    public bool IsImage(ITypeSymbol? type) => type is not null && _images.Any(image => Same(type, image));

    /// <summary>Whether a value is one of the named codes; 0 stands for none.</summary>
    public bool IsNamedCode(int value) =>
        _errorCode is null || _errorCode.GetMembers().OfType<IFieldSymbol>().Any(f => f.HasConstantValue && f.ConstantValue is int code && code == value);

    /// <summary>The name of a method that makes a result, <c>Ok</c>, <c>Ng</c>, <c>Error</c> or <c>With</c>; null for any other call.</summary>
    public string? MakerOf(IOperation? operation) =>
        operation is IInvocationOperation { TargetMethod: { Name: "Ok" or "Ng" or "Error" or "With" } method } && IsResult(method.ContainingType) ? method.Name : null;

    /// <summary>Whether a method is a step's, pre or execute.</summary>
    public bool IsStepMethod(ISymbol? method) => method is IMethodSymbol && method.GetAttributes().Any(a => Same(a.AttributeClass, _executeMark) || Same(a.AttributeClass, _preMark));

    /// <summary>Whether a method is the execute of a step.</summary>
    public bool IsExecuteMethod(ISymbol? method) => method is IMethodSymbol && method.GetAttributes().Any(a => Same(a.AttributeClass, _executeMark));

    private static bool Same(ITypeSymbol? type, INamedTypeSymbol? known) => known is not null && SymbolEqualityComparer.Default.Equals(type, known);
}
