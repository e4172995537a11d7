using ProcVision.Analyzers.Sessions.Values;
using ProcVision.Analyzers.Sources;

namespace ProcVision.Analyzers.Sessions;

/// <summary>Prints the body of one session property.</summary>
/// <param name="writer">Where to.</param>
/// <param name="values">What everything of the assembly's values begins with.</param>
/// <param name="rejected">The body of a property without a slot.</param>
internal sealed class SessionPropertyEmitter(SourceWriter writer, string values, string rejected)
{
    public void Emit(SessionProperty property)
    {
        writer.Gap();
        writer.Open(property.Declaration);
        if (property.Getter is { } getter)
            writer.Line($"{getter} => {(property.Value is { } model ? Get(property, model) : rejected)};");
        if (property.Setter is { } setter)
            EmitSetter(property, setter);
        writer.Close();
    }

    private void EmitSetter(SessionProperty property, string setter)
    {
        if (property.Value is not { } model)
        {
            writer.Line($"{setter} => {rejected};");
        }
        else if (property.Form == SlotForm.NotNull)
        {
            writer.Line($"{setter} => {Write(property, model, "value")};");
        }
        else
        {
            writer.Open(setter);
            writer.Line($$"""
                if (value is { } given)
                    {{Write(property, model, "given")}};
                else
                    {{SessionNames.Slots}}.Clear({{property.Offset}});
                """);
            writer.Close();
        }
    }

    private string Write(SessionProperty property, ValueModel model, string value) => model.Form switch
    {
        ValueForm.Value => $"{SessionNames.Slots}.Write({property.Offset}, in {value})",
        ValueForm.Text => $"{SessionNames.Slots}.WriteText({property.Offset}, {property.Capacity}, {value})",
        _ => $"{SessionNames.Slots}.Write({property.Offset}, {property.Capacity}, {values}{ValuesEmitter.CodecOf(model.Codec!)}, {value})",
    };

    private string Get(SessionProperty property, ValueModel model)
    {
        string read = model.Form switch
        {
            ValueForm.Value => $"TryRead<{model.Type}>({property.Offset}, out var stored)",
            ValueForm.Text => $"TryReadText({property.Offset}, {property.Capacity}, out var stored)",
            _ => $"TryRead({property.Offset}, {property.Capacity}, {values}{ValuesEmitter.CodecOf(model.Codec!)}, out var stored)",
        };
        return $"{SessionNames.Slots}.{read} ? stored : {Absent(property, model)}";
    }

    private static string Absent(SessionProperty property, ValueModel model) => property.Form == SlotForm.Nullable ? "null" : model.Absent switch
    {
        AbsentValue.EmptyText => "\"\"",
        AbsentValue.EmptyCollection => "[]",
        AbsentValue.EmptyDictionary => "new()",
        AbsentValue.None => "null!",
        _ => "default",
    };
}
