using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Compile;

/// <summary>Everything in the analyzer assembly that the compiler would load.</summary>
internal static class Parts
{
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = Instances<DiagnosticAnalyzer>();

    public static ImmutableArray<IIncrementalGenerator> Generators { get; } = Instances<IIncrementalGenerator>();

    /// <summary>The generator of System.Text.Json, which every build of the .NET SDK runs.</summary>
    public static IIncrementalGenerator OfJson { get; } = (IIncrementalGenerator)Activator.CreateInstance(Assembly
        .LoadFrom(typeof(Parts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "JsonGenerator").Value!)
        .GetTypes()
        .Single(type => !type.IsAbstract && typeof(IIncrementalGenerator).IsAssignableFrom(type)))!;

    private static ImmutableArray<T> Instances<T>() =>
    [
        .. Assembly.Load("ProcVision.Analyzers").GetTypes()
            .Where(type => !type.IsAbstract && typeof(T).IsAssignableFrom(type))
            .Select(type => (T)Activator.CreateInstance(type, nonPublic: true)!),
    ];
}
