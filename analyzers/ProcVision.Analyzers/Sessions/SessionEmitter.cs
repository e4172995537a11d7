using Microsoft.CodeAnalysis.Text;
using ProcVision.Analyzers.Sources;

namespace ProcVision.Analyzers.Sessions;

/// <summary>Prints the generated part of one session struct.</summary>
internal static class SessionEmitter
{
    private const string Rejected = "throw new global::System.InvalidOperationException(\"This session is not generated; see the errors of its declaration.\")";

    public static SourceText Emit(SessionModel model)
    {
        var writer = new SourceWriter();
        model.Place.Open(writer);
        writer.Open(model.Place.Head);
        if (model.IsModel)
            EmitStore(writer, model);
        else
            EmitRejected(writer, model);
        foreach (var property in model.Properties)
            SessionPropertyEmitter.Emit(writer, property, Rejected);
        if (model.IsModel)
        {
            KeyedDoorEmitter.Emit(writer, model);
            ValueShapeEmitter.Emit(writer, model);
        }

        writer.Close();
        model.Place.Close(writer);
        return writer.ToSourceText();
    }

    private static void EmitStore(SourceWriter writer, SessionModel model)
    {
        writer.Line($"""
            private readonly {Global.SessionSlots} {SessionNames.Slots};

            private {CSharpName.Identifier(model.Place.Name)}({Global.Session} session) => {SessionNames.Slots} = session.Bind({SessionNames.Layout});

            /// <summary>The slots, for generated code.</summary>
            {Global.Hidden}
            public static {Global.SessionLayout} {SessionNames.Layout} {"{"} get; {"}"} = new({CSharpLiteral.Text(model.Place.Name)}, {model.Size},
            [
            """);
        foreach (var property in model.Properties.Where(p => p.Form != SlotForm.None))
            writer.Line("    " + Slot(property) + ",");
        writer.Line($"""
            ]);

            /// <summary>The typed view of a detection's session; writes go to the same store.</summary>
            public static {model.Type} {SessionNames.Over}({Global.Session} session) => new(session);
            """);
    }

    private static string Slot(SessionProperty property)
    {
        string kind = property.Form is SlotForm.Value or SlotForm.NullableValue ? "Value" : "Text";
        string capacity = property.IsBound ? $"global::System.Runtime.CompilerServices.Unsafe.SizeOf<{property.ValueType}>()" : $"{property.Capacity}";
        return $"new({CSharpLiteral.Text(property.Name)}, {CSharpLiteral.Text(property.StoredType)}, {Global.SessionSlotForm}.{kind}, {property.Offset}, {capacity}, {Described(property)})"
            + (property.Method is null ? "" : $" {{ Json = {ValueShapeEmitter.Delegate(property)} }}");
    }

    /// <summary>What the region says of the value's type.</summary>
    private static string Described(SessionProperty property) => property switch
    {
        { BuiltIn: { } kind } => $"{Global.SessionType}.{kind}",
        { Underlying: { } integer } => $"{Global.SessionType}.Enum({CSharpLiteral.Text(property.StoredType.TrimEnd('?'))}, {Global.SessionType}.{integer})",
        _ => $"{Global.SessionType}.Struct({CSharpLiteral.Text(property.StoredType.TrimEnd('?'))}, global::System.Runtime.CompilerServices.Unsafe.SizeOf<{property.ValueType}>())",
    };

    /// <summary>What an algorithm refers to has to be there, or the errors of its part would hide the rule's.</summary>
    private static void EmitRejected(SourceWriter writer, SessionModel model)
    {
        if (!model.TakenNames.Contains(SessionNames.Layout))
            writer.Line($"internal static {Global.SessionLayout} {SessionNames.Layout} => {Rejected};");
        if (!model.TakenNames.Contains(SessionNames.Over))
            writer.Line($"internal static {model.Type} {SessionNames.Over}({Global.Session} session) => {Rejected};");
    }
}
