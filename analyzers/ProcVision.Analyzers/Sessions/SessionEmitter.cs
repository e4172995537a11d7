using Microsoft.CodeAnalysis.Text;
using ProcVision.Analyzers.Sessions.Values;
using ProcVision.Analyzers.Sources;

namespace ProcVision.Analyzers.Sessions;

/// <summary>Prints the generated part of one session struct.</summary>
internal static class SessionEmitter
{
    private const string Rejected = "throw new global::System.InvalidOperationException(\"This session is not generated; see the errors of its declaration.\")";

    /// <summary>Prints a session.</summary>
    /// <param name="model">The session.</param>
    /// <param name="namespace">Where the values of the assembly are.</param>
    public static SourceText Emit(SessionModel model, string @namespace)
    {
        string values = ValuesEmitter.Prefix(@namespace);
        var writer = new SourceWriter();
        model.Place.Open(writer);
        writer.Open(model.Place.Head);
        if (model.IsModel)
            EmitStore(writer, model, values);
        else
            EmitRejected(writer, model);
        var properties = new SessionPropertyEmitter(writer, values, Rejected);
        foreach (var property in model.Properties)
            properties.Emit(property);
        KeyedDoorEmitter.Emit(writer, model, model.IsModel ? null : Rejected);

        writer.Close();
        model.Place.Close(writer);
        return writer.ToSourceText();
    }

    private static void EmitStore(SourceWriter writer, SessionModel model, string values)
    {
        writer.Line($"""
            private readonly {Global.SessionSlots} {SessionNames.Slots};

            private {CSharpName.Identifier(model.Place.Name)}({Global.Session} session) => {SessionNames.Slots} = session.Bind({SessionNames.Layout});

            /// <summary>The slots, for generated code.</summary>
            {Global.Hidden}
            public static {Global.SessionLayout} {SessionNames.Layout} {"{"} get; {"}"} = new({CSharpLiteral.Text(model.Place.Name)}, {model.Size},
            [
            """);
        foreach (var property in model.Properties)
        {
            if (property.Value is { } value)
                writer.Line("    " + Slot(property, value, values) + ",");
        }

        writer.Line($"""
            ])
            {"{"}
                Values = {values}All,
            {"}"};

            /// <summary>The typed view of a detection's session; writes go to the same store.</summary>
            public static {model.Type} {SessionNames.Over}({Global.Session} session) => new(session);
            """);
    }

    private static string Slot(SessionProperty property, ValueModel value, string values)
    {
        string capacity = value.IsBound ? $"global::System.Runtime.CompilerServices.Unsafe.SizeOf<{value.Type}>()" : $"{property.Capacity}";
        string? codec = value.Codec is { } own ? values + ValuesEmitter.CodecOf(own) : null;
        string described = value.Form == ValueForm.Text ? $"{Global.SessionType}.Text"
            : value.Description is { Kind: { } kind } ? $"{Global.SessionType}.{kind}"
            : codec + ".Type";
        return $"new({CSharpLiteral.Text(property.Name)}, {CSharpLiteral.Text(Shown(property, value))}, {Global.SessionSlotForm}.{value.Form}, {property.Offset}, {capacity}, {described})"
            + (codec is null ? "" : $" {{ Codec = {codec} }}");
    }

    /// <summary>A text is what it was before annotations; every other reference says whether it can be null.</summary>
    private static string Shown(SessionProperty property, ValueModel value) =>
        property.Form == SlotForm.Nullable && !value.Shown.EndsWith("?", StringComparison.Ordinal) ? value.Shown + "?" : value.Shown;

    /// <summary>What an algorithm refers to has to be there, or the errors of its part would hide the rule's.</summary>
    private static void EmitRejected(SourceWriter writer, SessionModel model)
    {
        if (!model.TakenNames.Contains(SessionNames.Layout))
            writer.Line($"internal static {Global.SessionLayout} {SessionNames.Layout} => {Rejected};");
        if (!model.TakenNames.Contains(SessionNames.Over))
            writer.Line($"internal static {model.Type} {SessionNames.Over}({Global.Session} session) => {Rejected};");
    }
}
