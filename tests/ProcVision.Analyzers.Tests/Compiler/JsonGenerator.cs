using System.Reflection;
using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Compiler;

/// <summary>The source generator of System.Text.Json, as the .NET SDK brings it.</summary>
internal static class JsonGenerator
{
    private static readonly Type Type = Assembly.LoadFrom(Path).GetTypes().Single(t => !t.IsAbstract && typeof(IIncrementalGenerator).IsAssignableFrom(t));

    private static string Path => typeof(JsonGenerator).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "JsonGenerator").Value!;

    public static IIncrementalGenerator Create() => (IIncrementalGenerator)Activator.CreateInstance(Type)!;
}
