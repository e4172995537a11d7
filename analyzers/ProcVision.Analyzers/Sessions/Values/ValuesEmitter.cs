using Microsoft.CodeAnalysis.Text;
using ProcVision.Analyzers.Sources;

namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>Prints how the session values of an assembly are stored.</summary>
internal static class ValuesEmitter
{
    public const string File = "ProcVision-Values.g.cs";
    public const string Class = "ProcVisionValues";
    public const string Types = "Types";
    public const string Codecs = "Codecs";
    public const string Bytes = "Bytes";
    public const string Objects = "Objects";

    /// <summary>What everything of <see cref="Class"/> begins with outside of it.</summary>
    public static string Prefix(string @namespace) => $"global::{@namespace}.{Class}.";

    /// <summary>The codec of a whole value, seen from inside.</summary>
    public static string CodecOf(CodecModel codec) => $"{(codec.Kind == CodecKind.Json ? Codecs : Bytes)}.{codec.Name}";

    /// <summary>The description of a type, seen from inside.</summary>
    public static string DescriptionOf(TypeRef type) => type.Kind is { } kind ? $"{Global.SessionType}.{kind}" : $"{Types}.{type.Name}";

    public static SourceText Emit(AssemblyValues values, string @namespace)
    {
        var writer = new SourceWriter(nullable: false);
        writer.Open($"namespace {@namespace}");
        writer.Line("/// <summary>How the session values of this assembly are stored.</summary>");
        writer.Open($"internal static class {Class}");

        // A library may have the namespace of this assembly: its table cannot be named beside our own.
        EmitAll(writer, values, values.Libraries.Where(l => l != $"global::{@namespace}.ProcVisionTable"));
        if (!values.Descriptions.IsEmpty)
            DescriptionEmitter.Emit(writer, values.Descriptions);
        if (!values.Codecs.IsEmpty)
            EmitBytes(writer, values);
        if (!values.Forms.IsEmpty)
            JsonCodecEmitter.Emit(writer, values.Forms);
        writer.Close();
        writer.Close();
        return writer.ToSourceText();
    }

    private static void EmitAll(SourceWriter writer, AssemblyValues values, IEnumerable<string> libraries)
    {
        writer.Line($"""
            /// <summary>The types that the keyed methods of a session take; those of referenced assemblies too.</summary>
            public static global::System.Collections.Generic.IReadOnlyList<{Global.SessionCodec}> All {"{"} get; {"}"} =
            [
            """);
        foreach (var marked in values.Marked)
        {
            writer.Line($"    {Codec(marked)},");

            // A context's codec cannot know whether its type is a struct.
            if (marked.IsValueType && values.Forms.OfType<JsonContext>().Any(f => f.Name == marked.Codec.Name))
                writer.Line($"    new {Global.SessionNullableCodec}<{marked.Codec.Type}>({Codec(marked)}),");
        }

        foreach (string library in libraries)
            writer.Line($"    .. {library}.SessionValues,");
        writer.Line("];");
    }

    private static string Codec(MarkedValue marked)
    {
        if (marked.Codec.Kind == CodecKind.Json)
            return CodecOf(marked.Codec);
        string codec = $"new {Global.SessionBytesCodec}<{marked.Codec.Type}>({DescriptionOf(marked.Codec.Element)})";
        return marked.Json is null ? codec : $"{codec} {{ Json = {Codecs}.{marked.Json} }}";
    }

    private static void EmitBytes(SourceWriter writer, AssemblyValues values)
    {
        writer.Gap();
        writer.Line("/// <summary>What is stored as bytes: structs and enums, and collections as their elements.</summary>");
        writer.Open($"public static class {Bytes}");
        foreach (var codec in values.Codecs)
        {
            string type = codec.Kind switch
            {
                CodecKind.Bytes => Global.SessionBytesCodec,
                CodecKind.Array => Global.SessionArrayCodec,
                CodecKind.List => Global.SessionListCodec,
                _ => Global.SessionImmutableArrayCodec,
            };
            writer.Line($"public static readonly {type}<{codec.Element.Type}> {codec.Name} = new({DescriptionOf(codec.Element)});");
        }

        writer.Close();
    }
}
