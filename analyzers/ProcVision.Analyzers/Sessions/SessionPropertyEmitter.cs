using ProcVision.Analyzers.Sources;

namespace ProcVision.Analyzers.Sessions;

/// <summary>Prints the body of one session property.</summary>
internal static class SessionPropertyEmitter
{
    public static void Emit(SourceWriter writer, SessionProperty property, string rejected)
    {
        writer.Gap();
        writer.Open(property.Declaration);
        if (property.Getter is { } getter)
            writer.Line($"{getter} => {Get(property) ?? rejected};");
        if (property.Setter is { } setter)
            EmitSetter(writer, property, setter, rejected);
        writer.Close();
    }

    private static void EmitSetter(SourceWriter writer, SessionProperty property, string setter, string rejected)
    {
        string text = $"{SessionNames.Slots}.WriteText({property.Offset}, {property.Capacity}, ";
        switch (property.Form)
        {
            case SlotForm.None:
                writer.Line($"{setter} => {rejected};");
                break;
            case SlotForm.Value:
                writer.Line($"{setter} => {SessionNames.Slots}.Write({property.Offset}, in value);");
                break;
            case SlotForm.Text:
                writer.Line($"{setter} => {text}value);");
                break;
            case SlotForm.NullableValue:
                EmitClearing(writer, property, setter, $"{SessionNames.Slots}.Write({property.Offset}, in given);");
                break;
            default:
                EmitClearing(writer, property, setter, $"{text}given);");
                break;
        }
    }

    private static void EmitClearing(SourceWriter writer, SessionProperty property, string setter, string write)
    {
        writer.Open(setter);
        writer.Line($$"""
            if (value is { } given)
                {{write}}
            else
                {{SessionNames.Slots}}.Clear({{property.Offset}});
            """);
        writer.Close();
    }

    private static string? Get(SessionProperty property)
    {
        string read = $"{SessionNames.Slots}.TryRead<{property.ValueType}>({property.Offset}, out var stored) ? stored : ";
        string readText = $"{SessionNames.Slots}.TryReadText({property.Offset}, {property.Capacity}, out var stored) ? stored : ";
        return property.Form switch
        {
            SlotForm.Value => read + "default",
            SlotForm.NullableValue => read + "null",
            SlotForm.Text or SlotForm.ObliviousText => readText + "\"\"",
            SlotForm.NullableText => readText + "null",
            _ => null,
        };
    }
}
