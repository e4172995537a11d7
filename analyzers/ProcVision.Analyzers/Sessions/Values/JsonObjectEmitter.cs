using System.Globalization;
using ProcVision.Analyzers.Sources;

namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>Prints the codec of one object of JSON.</summary>
internal static class JsonObjectEmitter
{
    private const string Names = "Names";

    public static void Emit(SourceWriter writer, JsonObject form)
    {
        writer.Gap();
        writer.Open($"public sealed class {form.Name} : {(form.IsReference ? Global.SessionJsonObjectCodec : Global.SessionJsonStructCodec)}<{form.Type}>");
        EmitNames(writer, form);
        writer.Gap();
        writer.Line($"public override {Global.SessionType} Type {{ get; }} = {Global.SessionType}.Json({CSharpLiteral.Text(form.Shown)});");
        EmitWriting(writer, form);
        EmitReading(writer, form);
        writer.Close();
    }

    private static void EmitNames(SourceWriter writer, JsonObject form)
    {
        var optional = Indexes(form, m => !m.IsRequired);
        string names = string.Join(", ", new[] { form.Shown }.Concat(form.Members.Select(m => m.Key)).Select(CSharpLiteral.Text));
        string tail = optional.Count == 0 ? "" : $" {{ Optional = [{string.Join(", ", optional.Select(Text))}] }}";
        writer.Line($"private static readonly {Global.SessionMembers} {Names} = new({names}){tail};");
    }

    private static void EmitWriting(SourceWriter writer, JsonObject form)
    {
        writer.Gap();
        writer.Open($"public override void Write({Global.SessionJsonWriter} json, {form.Type} value)");
        if (form.MayBeDerived)
        {
            writer.Line($"""
                if (value.GetType() != typeof({form.Type}))
                    throw json.Derived(value, {CSharpLiteral.Text(form.Shown)});
                """);
        }

        writer.Line("json.Open();");
        for (int i = 0; i < form.Members.Count; i++)
            EmitWriting(writer, form.Members[i], i);
        writer.Line("json.Close();");
        writer.Close();
    }

    private static void EmitWriting(SourceWriter writer, JsonMember member, int index)
    {
        string value = "value." + CSharpName.Identifier(member.Name);
        string[] lines =
        [
            $"json.Member({Names}, {Text(index)});",
            member.Type.Kind is null ? $"json.Value({JsonCodecEmitter.CodecOf(member.Type)}, {value});" : $"json.Value({value});",
        ];
        switch (member.Omission)
        {
            case JsonOmission.Never:
                writer.Line(string.Join("\n", lines));
                return;
            case JsonOmission.WhenNull:
                writer.Open($"if ({value} is not null)");
                break;
            default:
                writer.Open($"if (!global::System.Collections.Generic.EqualityComparer<{member.Type.Type}>.Default.Equals({value}, default))");
                break;
        }

        writer.Line(string.Join("\n", lines));
        writer.Close();
    }

    private static void EmitReading(SourceWriter writer, JsonObject form)
    {
        writer.Gap();
        writer.Open($"public override {form.Type} Read(ref {Global.SessionJsonReader} json)");
        for (int i = 0; i < form.Members.Count; i++)
            writer.Line($"{form.Members[i].Type.Type} member{Text(i)} = {form.Members[i].Absent ?? "default"};");
        writer.Line($"var read = json.Open({Names});");
        writer.Open("while (json.Next(ref read))");
        if (!form.Members.IsEmpty)
        {
            writer.Open("switch (read.Member)");
            for (int i = 0; i < form.Members.Count; i++)
            {
                var type = form.Members[i].Type;
                string value = type.Kind is { } kind ? $"json.{kind}()" : $"json.Value({JsonCodecEmitter.CodecOf(type)})";
                writer.Line($"case {Text(i)}: member{Text(i)} = {value}; break;");
            }

            writer.Close();
        }

        writer.Close();
        EmitMaking(writer, form);
        writer.Close();
    }

    private static void EmitMaking(SourceWriter writer, JsonObject form)
    {
        var initialized = Indexes(form, m => m.Setting == JsonSetting.Initializer);
        var assigned = Indexes(form, m => m.Setting == JsonSetting.Assignment);
        writer.Line($"var value = new {form.Type}({string.Join(", ", form.Arguments.Select(a => "member" + Text(a)))}){(initialized.Count == 0 ? ";" : "")}");
        if (initialized.Count > 0)
        {
            writer.Open();
            foreach (int i in initialized)
                writer.Line($"{CSharpName.Identifier(form.Members[i].Name)} = member{Text(i)},");
            writer.Close(";");
        }

        foreach (int i in assigned)
        {
            writer.Line($"""
                if (read.Has({Text(i)}))
                    value.{CSharpName.Identifier(form.Members[i].Name)} = member{Text(i)};
                """);
        }

        writer.Line("return value;");
    }

    private static List<int> Indexes(JsonObject form, Func<JsonMember, bool> isMeant) =>
        [.. Enumerable.Range(0, form.Members.Count).Where(i => isMeant(form.Members[i]))];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
