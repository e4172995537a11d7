using ProcVision.Analyzers.Sources;

namespace ProcVision.Analyzers.Sessions;

/// <summary>Prints how the values of a session's own types are shown.</summary>
internal static class ValueShapeEmitter
{
    public static void Emit(SourceWriter writer, SessionModel model)
    {
        if (model.Shapes.IsEmpty)
            return;
        writer.Gap();
        writer.Open($"private static class {SessionNames.Values}");
        foreach (var shape in model.Shapes)
            Emit(writer, shape);
        writer.Close();
    }

    /// <summary>What a slot has for its JSON.</summary>
    public static string Delegate(SessionProperty property) =>
        $"static (json, stored) => {SessionNames.Values}.{property.Method}(json, global::System.Runtime.InteropServices.MemoryMarshal.Read<{property.Value!.Type}>(stored))";

    private static void Emit(SourceWriter writer, ValueShape shape)
    {
        writer.Gap();
        writer.Open($"internal static void {shape.Method}({Global.SessionValueJson} json, in {shape.Type} value)");
        if (shape.Underlying is { } underlying)
        {
            EmitNames(writer, shape, underlying);
        }
        else
        {
            writer.Line("json.Open();");
            foreach (var member in shape.Members)
                Emit(writer, member);
            writer.Line("json.Close();");
        }

        writer.Close();
    }

    private static void EmitNames(SourceWriter writer, ValueShape shape, string underlying)
    {
        writer.Open($"switch (({underlying})value)");
        foreach (var constant in shape.Names)
            writer.Line($"case {constant.Value}: json.Value({CSharpLiteral.Text(constant.Name)}); break;");
        writer.Line($"default: json.Value(({underlying})value); break;");
        writer.Close();
    }

    private static void Emit(SourceWriter writer, ShownMember member)
    {
        string value = "value." + CSharpName.Identifier(member.Name);
        writer.Line($"json.Member({CSharpLiteral.Text(member.Name)});");
        if (member.Method is null)
            writer.Line($"json.Value({value});");
        else if (!member.IsNullable)
            writer.Line($"{member.Method}(json, {value});");
        else
            writer.Line($"if ({value} is {{ }} given{member.Name}) {member.Method}(json, given{member.Name}); else json.Null();");
    }
}
