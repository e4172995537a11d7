using Microsoft.CodeAnalysis.Text;
using ProcVision.Analyzers.Sessions.Values;
using ProcVision.Analyzers.Sources;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Prints the list of an assembly's algorithms and the program that hosts them.</summary>
internal static class TableEmitter
{
    /// <summary>The file of the list; no type can be named like it.</summary>
    public const string TableFile = "ProcVision-Table.g.cs";

    /// <summary>The file of the program.</summary>
    public const string ProgramFile = "ProcVision-Program.g.cs";

    public static SourceText EmitTable(AlgorithmTable table)
    {
        var writer = new SourceWriter();
        if (table.HasValues)
        {
            writer.Line($"[assembly: {Global.SessionValueTableAttribute}(typeof(global::{table.Namespace}.ProcVisionTable))]");
            writer.Line();
        }

        writer.Open($"namespace {table.Namespace}");
        writer.Line("/// <summary>What this assembly offers: its algorithms, and how its session values are stored.</summary>");
        writer.Open("public static class ProcVisionTable");
        writer.Line("/// <summary>By full name of their classes; give them to a host of your own, or leave it to the generated program.</summary>");
        writer.Line($"public static global::System.Collections.Generic.IReadOnlyList<{Global.AlgorithmDescriptor}> Algorithms {{ get; }} =");
        writer.Line("[");
        foreach (string algorithm in table.Algorithms)
            writer.Line($"    Of<{algorithm}>(),");
        writer.Line($"""
            ];

            /// <summary>Of the types that the keyed methods of a session take.</summary>
            public static global::System.Collections.Generic.IReadOnlyList<{Global.SessionCodec}> SessionValues => {ValuesEmitter.Class}.All;

            private static {Global.AlgorithmDescriptor} Of<T>()
                where T : {Global.IAlgorithm} => T.Descriptor;
            """);
        writer.Close();
        writer.Close();
        return writer.ToSourceText();
    }

    public static SourceText EmitProgram(AlgorithmTable table)
    {
        var writer = new SourceWriter();
        writer.Open($"namespace {table.Namespace}");
        writer.Open("internal static class ProcVisionProgram");
        string decoder = table.Decoder is null ? "null" : $"new global::{table.Decoder}()";
        writer.Line($"private static int Main(string[] args) => {Global.AlgorithmHost}.Run(args, ProcVisionTable.Algorithms, {decoder});");
        writer.Close();
        writer.Close();
        return writer.ToSourceText();
    }
}
