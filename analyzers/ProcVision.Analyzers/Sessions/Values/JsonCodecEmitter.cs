using ProcVision.Analyzers.Sources;
using ProcVision.Collections;

namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>Prints the codecs of JSON: objects as classes, everything else put together of what the Sdk has.</summary>
internal static class JsonCodecEmitter
{
    public static void Emit(SourceWriter writer, EquatableArray<JsonModel> forms)
    {
        writer.Gap();
        writer.Line("/// <summary>What is stored as JSON.</summary>");
        writer.Open($"public static class {ValuesEmitter.Codecs}");
        foreach (var form in DependencyOrder.Of(forms, f => f.Name, Needs))
            writer.Line($"public static readonly {Global.SessionJsonCodec}<{form.Type}> {form.Name} = {Make(form)};");
        writer.Close();

        if (!forms.OfType<JsonObject>().Any())
            return;
        writer.Gap();
        writer.Open($"private static class {ValuesEmitter.Objects}");
        foreach (var form in forms.OfType<JsonObject>())
            JsonObjectEmitter.Emit(writer, form);
        writer.Close();
    }

    /// <summary>The codec of a type inside another.</summary>
    public static string CodecOf(TypeRef type) => type switch
    {
        { Name: { } name } => $"{ValuesEmitter.Codecs}.{name}",
        { Kind: "Text" } => $"new {Global.SessionJsonText}()",
        _ => $"new {Global.SessionJsonBuiltIn}<{type.Type}>()",
    };

    private static IEnumerable<string> Needs(JsonModel form) => (form switch
    {
        JsonOptional optional => optional.Of.Name,
        JsonNullable nullable => nullable.Of.Name,
        JsonList list => list.Of.Name,
        JsonMap map => map.Of.Name,
        _ => null,
    }) is { } name ? [name] : [];

    private static string Make(JsonModel form) => form switch
    {
        JsonEnum e => $"new {Global.SessionJsonEnumCodec}<{e.Type}>({ValuesEmitter.Types}.{e.Name})",
        JsonOptional o => $"new {Global.SessionJsonOptionalCodec}<{o.Type}>({CodecOf(o.Of)})",
        JsonNullable n => $"new {Global.SessionJsonNullableCodec}<{n.Of.Type}>({CodecOf(n.Of)})",
        JsonList { Kind: CodecKind.Array, Of.Kind: "Byte" } => $"new {Global.SessionJsonBase64Codec}()",
        JsonList l => $"new {ListCodec(l.Kind)}<{l.Of.Type}>({CodecOf(l.Of)})",
        JsonMap m => $"new {Global.SessionJsonDictionaryCodec}<{m.Of.Type}>({CodecOf(m.Of)})",
        JsonContext c => $"new {Global.SessionContextCodec}<{c.Type}>(({Global.JsonTypeInfo}<{c.Type}>){c.Context}.Default.GetTypeInfo(typeof({c.Type})), {CSharpLiteral.Text(c.Shown)})",
        _ => $"new {ValuesEmitter.Objects}.{form.Name}()",
    };

    private static string ListCodec(CodecKind kind) => kind switch
    {
        CodecKind.Array => Global.SessionJsonArrayCodec,
        CodecKind.List => Global.SessionJsonListCodec,
        _ => Global.SessionJsonImmutableArrayCodec,
    };
}
