using System.Globalization;
using ProcVision.Analyzers.Sources;
using ProcVision.Collections;

namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>Prints what the bytes of types are. Where a field lies is measured when the program runs: only the runtime knows.</summary>
internal static class DescriptionEmitter
{
    private const string SizeOf = "global::System.Runtime.CompilerServices.Unsafe.SizeOf";
    private const string Accessor = "global::System.Runtime.CompilerServices.UnsafeAccessor";

    public static void Emit(SourceWriter writer, EquatableArray<DescriptionModel> all)
    {
        var sorted = DependencyOrder.Of(all, d => d.Name, Needs);
        writer.Gap();
        writer.Line("/// <summary>What the bytes of types are, for whoever reads them without the types.</summary>");
        writer.Open($"public static class {ValuesEmitter.Types}");
        foreach (var description in sorted)
            writer.Line($"public static readonly {Global.SessionType} {description.Name} = {Make(description)};");
        foreach (var structure in sorted.OfType<StructDescription>())
            EmitMeasuring(writer, structure);
        writer.Close();
    }

    private static IEnumerable<string> Needs(DescriptionModel description) => description switch
    {
        StructDescription structure => structure.Members.Select(m => m.Type.Name).OfType<string>(),
        NullableDescription { Of.Name: { } of } => [of],
        _ => [],
    };

    private static string Make(DescriptionModel description) => description switch
    {
        EnumDescription e => $"{Global.SessionType}.{(e.IsFlags ? "Flags" : "Enum")}({string.Join(", ", Head(e).Concat(e.Names.Select(Name)))})",
        NullableDescription n => $"{Global.SessionType}.Nullable({ValuesEmitter.DescriptionOf(n.Of)}, {SizeOf}<{n.Type}>())",
        _ => $"Measure_{description.Name}()",
    };

    private static IEnumerable<string> Head(EnumDescription description) =>
        [CSharpLiteral.Text(description.Shown), $"{Global.SessionType}.{description.Underlying}"];

    private static string Name(EnumName name) => $"new({CSharpLiteral.Text(name.Name)}, {name.Value})";

    private static void EmitMeasuring(SourceWriter writer, StructDescription structure)
    {
        writer.Gap();
        writer.Open($"private static {Global.SessionType} Measure_{structure.Name}()");
        writer.Line($"{structure.Type} value = default;");
        writer.Line($"return {Global.SessionType}.Struct(");
        writer.Line($"    {CSharpLiteral.Text(structure.Shown)},");
        writer.Line($"    {SizeOf}<{structure.Type}>(){string.Concat(structure.Members.Select((m, i) => Member(structure, m, i)))});");
        if (structure.Definition is null)
            EmitAccessors(writer, structure, structure.Type, isGeneric: false);
        writer.Close();

        if (structure.Definition is not { } definition || structure.Members.All(m => m.IsAccessible))
            return;
        writer.Gap();
        writer.Open($"private static class Fields_{structure.Name}<{definition.Parameters}>{definition.Constraints}");
        EmitAccessors(writer, structure, definition.Type, isGeneric: true);
        writer.Close();
    }

    private static void EmitAccessors(SourceWriter writer, StructDescription structure, string type, bool isGeneric)
    {
        for (int i = 0; i < structure.Members.Count; i++)
        {
            var member = structure.Members[i];
            if (member.IsAccessible)
                continue;
            writer.Gap();
            writer.Line($"""
                [{Accessor}({Accessor}Kind.Field, Name = {CSharpLiteral.Text(member.Field)})]
                {(isGeneric ? "internal " : "")}static extern ref {(isGeneric ? member.Declared : member.Type.Type)} Field{Text(i)}(ref {type} value);
                """);
        }
    }

    private static string Member(StructDescription structure, StructMember member, int index)
    {
        string place = structure.Definition is { } definition ? $"Fields_{structure.Name}<{definition.Arguments}>." : "";
        string field = member.IsAccessible ? "value." + CSharpName.Identifier(member.Field) : $"{place}Field{Text(index)}(ref value)";
        return $",\n    {Global.SessionMember}.At({CSharpLiteral.Text(member.Name)}, in value, in {field}, {ValuesEmitter.DescriptionOf(member.Type)})";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
