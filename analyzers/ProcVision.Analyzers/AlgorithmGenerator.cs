using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProcVision.Analyzers.Algorithms;
using ProcVision.Analyzers.Sessions;
using ProcVision.Analyzers.Sessions.Values;
using ProcVision.Analyzers.Sources;
using ProcVision.Collections;

namespace ProcVision.Analyzers;

/// <summary>
/// Makes a working algorithm of each class marked <c>[Algorithm]</c> and its <c>manifest.json</c>. Only wires: symbols become equatable
/// models at once, and emitters print them. It reports nothing; the analyzers do.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class AlgorithmGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var classes = context.SyntaxProvider
            .ForAttributeWithMetadataName(SdkNames.AlgorithmAttribute, static (node, _) => node is TypeDeclarationSyntax, ClassOf)
            .WithTrackingName(TrackingNames.Classes)
            .Where(static algorithm => algorithm is not null)
            .Select(static (algorithm, _) => algorithm!);
        var manifests = Sorted(
            context.AdditionalTextsProvider
                .Combine(context.AnalyzerConfigOptionsProvider)
                .Select(static (pair, cancellation) => ManifestSource.Read(pair.Left, pair.Right, cancellation))
                .WithTrackingName(TrackingNames.Manifests)
                .Where(static file => file is not null)
                .Select(static (file, _) => file!),
            static file => file.Path);
        var rows = Sorted(
            classes.Select(static (c, _) => new AlgorithmRow(c.Place.FullName, c.Place.Name, c.IsModel)),
            static row => row.FullName);

        var options = ProjectOptions.Of(context);
        var @namespace = rows.Combine(options).Select(static (input, _) => AlgorithmTable.NamespaceOf(input.Left, input.Right));

        var algorithms = classes.Combine(manifests).Combine(rows)
            .Select(static (input, _) => AlgorithmBinder.Bind(input.Left.Left, input.Left.Right, input.Right))
            .WithTrackingName(TrackingNames.Algorithms);
        context.RegisterSourceOutput(
            algorithms.Where(static a => a.Model is not null || !a.Inside.IsEmpty).Combine(@namespace),
            static (output, input) => output.AddSource(input.Left.HintName, AlgorithmEmitter.Emit(input.Left, input.Right)));

        var placeholders = algorithms.SelectMany(static (a, _) => a.Beside).Collect()
            .Select(static (all, _) => all.Distinct().OrderBy(static p => p.Namespace + "." + p.Type.Name, StringComparer.Ordinal).ToEquatableArray())
            .WithTrackingName(TrackingNames.Placeholders);
        context.RegisterSourceOutput(placeholders, static (output, all) =>
        {
            if (!all.IsEmpty)
                output.AddSource(PlaceholderEmitter.File, PlaceholderEmitter.Emit(all));
        });

        var sessions = RegisterSessions(context, @namespace);
        var values = RegisterValues(context, sessions, rows, @namespace);
        var models = Sorted(algorithms.Select(static (a, _) => a.Model?.GlobalName ?? "").Where(static name => name.Length > 0), static name => name);
        var table = rows.Combine(models)
            .Combine(values.Select(static (v, _) => v.IsOffered))
            .Combine(ProgramQueries.IsWanted(context, rows))
            .Combine(options)
            .Combine(@namespace)
            .Select(static (input, _) =>
            {
                var (((((classes, names), hasValues), needsProgram), project), space) = input;
                return AlgorithmTable.Of(space, classes, names, hasValues, needsProgram, project);
            })
            .WithTrackingName(TrackingNames.Table);
        context.RegisterSourceOutput(table, static (output, t) =>
        {
            if (t.IsEmpty)
                return;
            output.AddSource(TableEmitter.TableFile, TableEmitter.EmitTable(t));
            if (t.HasProgram)
                output.AddSource(TableEmitter.ProgramFile, TableEmitter.EmitProgram(t));
        });
    }

    private static IncrementalValuesProvider<SessionModel> RegisterSessions(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<string> @namespace)
    {
        var sessions = context.SyntaxProvider
            .ForAttributeWithMetadataName(SdkNames.SessionAttribute, static (node, _) => node is StructDeclarationSyntax, SessionOf)
            .Where(static session => session is not null)
            .Select(static (session, _) => session!)
            .WithTrackingName(TrackingNames.Sessions);
        var names = Sorted(sessions.Select(static (s, _) => s.Place.FullName), static name => name);
        context.RegisterSourceOutput(sessions.Combine(names).Combine(@namespace), static (output, input) =>
        {
            var ((session, all), space) = input;
            output.AddSource(HintName.Of(session.Place.FullName, all, ".Session.g.cs"), SessionEmitter.Emit(session, space));
        });
        return sessions;
    }

    /// <summary>What the sessions and the marked types of the assembly need, each type once.</summary>
    private static IncrementalValueProvider<AssemblyValues> RegisterValues(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<SessionModel> sessions,
        IncrementalValueProvider<EquatableArray<AlgorithmRow>> rows,
        IncrementalValueProvider<string> @namespace)
    {
        var marked = context.SyntaxProvider
            .ForAttributeWithMetadataName(SdkNames.SessionValueAttribute, static (node, _) => node is BaseTypeDeclarationSyntax, MarkedOf)
            .WithTrackingName(TrackingNames.MarkedValues)
            .Where(static value => value is not null)
            .Select(static (value, _) => value!);
        var libraries = context.CompilationProvider.Select(ValueLibraries.Of).WithTrackingName(TrackingNames.ValueLibraries);
        var properties = sessions.SelectMany(static (s, _) => s.Properties.Select(static p => p.Value).OfType<ValueModel>()).Collect();
        var values = marked.Collect().Combine(properties).Combine(libraries)
            .Select(static (input, _) => AssemblyValues.Of(input.Left.Right, input.Left.Left, input.Right))
            .WithTrackingName(TrackingNames.Values);

        // Sessions and algorithms name the class also where it holds nothing.
        var isNamed = rows.Combine(sessions.Collect()).Select(static (input, _) => !input.Left.IsEmpty || !input.Right.IsEmpty);
        context.RegisterSourceOutput(values.Combine(@namespace).Combine(isNamed), static (output, input) =>
        {
            var ((all, space), isNamed) = input;
            if (isNamed || all.IsOffered)
                output.AddSource(ValuesEmitter.File, ValuesEmitter.Emit(all, space));
        });
        return values;
    }

    private static AlgorithmClass? ClassOf(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        IsFirstPart(context, SdkNames.AlgorithmAttribute)
            ? AlgorithmClassifier.Classify(
                (INamedTypeSymbol)context.TargetSymbol, (TypeDeclarationSyntax)context.TargetNode, context.Attributes[0], listener: null, cancellation).Class
            : null;

    private static SessionModel? SessionOf(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        IsFirstPart(context, SdkNames.SessionAttribute)
            ? SessionClassifier.Classify((INamedTypeSymbol)context.TargetSymbol, context.Attributes[0], report: null, cancellation)
            : null;

    private static MarkedValue? MarkedOf(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        IsFirstPart(context, SdkNames.SessionValueAttribute) ? SessionValueClassifier.ClassifyMarked((INamedTypeSymbol)context.TargetSymbol) : null;

    /// <summary>With the attribute on two parts of a type (CS0579), two files of one name would end the generator, and CS0246 hide the mistake.</summary>
    private static bool IsFirstPart(GeneratorAttributeSyntaxContext context, string attribute) =>
        context.TargetSymbol.Attribute(attribute)?.ApplicationSyntaxReference is { } first
        && first.SyntaxTree == context.TargetNode.SyntaxTree
        && context.TargetNode.Span.Contains(first.Span);

    private static IncrementalValueProvider<EquatableArray<T>> Sorted<T>(IncrementalValuesProvider<T> values, Func<T, string> key)
        where T : IEquatable<T> =>
        values.Collect().Select((all, _) => all.OrderBy(key, StringComparer.Ordinal).ToEquatableArray());
}
