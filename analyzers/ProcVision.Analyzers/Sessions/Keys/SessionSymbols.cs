using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>The types of the Sdk that rules about session values ask for, looked up once per compilation.</summary>
internal sealed class SessionSymbols
{
    private readonly INamedTypeSymbol _session;
    private readonly INamedTypeSymbol? _sessionAttribute;
    private readonly INamedTypeSymbol? _algorithmAttribute;
    private readonly INamedTypeSymbol? _context;

    private SessionSymbols(Compilation compilation, INamedTypeSymbol session)
    {
        Compilation = compilation;
        _session = session;
        _sessionAttribute = compilation.GetTypeByMetadataName(SdkNames.SessionAttribute);
        _algorithmAttribute = compilation.GetTypeByMetadataName(SdkNames.AlgorithmAttribute);
        _context = compilation.GetTypeByMetadataName(SdkNames.SessionContext);
        StepImage = compilation.GetTypeByMetadataName(SdkNames.StepImage);
        ImageFrame = compilation.GetTypeByMetadataName(SdkNames.ImageFrame);
        ImageBuffer = compilation.GetTypeByMetadataName(SdkNames.ImageBuffer);
    }

    public Compilation Compilation { get; }

    /// <summary>Whether the project is a program: nobody but its own code is given its sessions, while a library's host may read them.</summary>
    public bool IsProgram => Compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication;

    /// <summary>The Sdk itself.</summary>
    public IAssemblySymbol Sdk => _session.ContainingAssembly;

    public INamedTypeSymbol? StepImage { get; }

    public INamedTypeSymbol? ImageFrame { get; }

    public INamedTypeSymbol? ImageBuffer { get; }

    /// <summary>Null where the Sdk is not referenced.</summary>
    public static SessionSymbols? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName(SdkNames.Session) is { } session ? new(compilation, session) : null;

    /// <summary>Whether a type is the keyed session, the class of the Sdk.</summary>
    public bool IsKeyedSession(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, _session);

    /// <summary>Whether a type is a struct marked <c>[Session]</c>.</summary>
    public bool IsTypedSession(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Struct } && Mark(type, _sessionAttribute) is not null;

    /// <summary>Whether a type is either form of a session.</summary>
    public bool IsSession(ITypeSymbol? type) => IsKeyedSession(type) || IsTypedSession(type);

    /// <summary>Whether a type is the read-only facts of a detection.</summary>
    public bool IsContext(ITypeSymbol? type) => type is not null && SymbolEqualityComparer.Default.Equals(type, _context);

    /// <summary>The mark of an algorithm class; null for any other type.</summary>
    public AttributeData? AlgorithmMark(INamedTypeSymbol type) => Mark(type, _algorithmAttribute);

    /// <summary>The algorithm class around a symbol, or that it is; null outside of one.</summary>
    public INamedTypeSymbol? AlgorithmAround(ISymbol symbol)
    {
        for (var type = symbol as INamedTypeSymbol ?? symbol.ContainingType; type is not null; type = type.ContainingType)
        {
            if (AlgorithmMark(type) is not null)
                return type;
        }

        return null;
    }

    /// <summary>Whether a property of a typed session has a slot: its body is generated, here or where its assembly was made.</summary>
    public bool IsTypedProperty(IPropertySymbol property) =>
        !property.IsStatic
        && IsTypedSession(property.ContainingType)
        && (property.DeclaringSyntaxReferences.IsEmpty
            ? property is { SetMethod: not null, GetMethod: not null }
            : property.PartialImplementationPart?.IsGenerated() == true);

    private static AttributeData? Mark(ITypeSymbol type, INamedTypeSymbol? attribute) =>
        attribute is null ? null : type.GetAttributes().FirstOrDefault(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, attribute));
}
