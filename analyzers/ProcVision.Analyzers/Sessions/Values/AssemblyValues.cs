using ProcVision.Collections;

namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>Everything that is printed for the values of one assembly, each type once and sorted.</summary>
/// <param name="Marked">The types that the keyed methods take.</param>
/// <param name="Codecs">Codecs of bytes.</param>
/// <param name="Descriptions">What bytes are.</param>
/// <param name="Forms">JSON forms.</param>
/// <param name="Libraries">The tables of referenced assemblies as source.</param>
internal sealed record AssemblyValues(
    EquatableArray<MarkedValue> Marked,
    EquatableArray<CodecModel> Codecs,
    EquatableArray<DescriptionModel> Descriptions,
    EquatableArray<JsonModel> Forms,
    EquatableArray<string> Libraries)
{
    /// <summary>Whether other assemblies need the table of this one.</summary>
    public bool IsOffered => !Marked.IsEmpty || !Libraries.IsEmpty;

    /// <summary>Puts together what the sessions and the marked types of an assembly need.</summary>
    public static AssemblyValues Of(IEnumerable<ValueModel> properties, IEnumerable<MarkedValue> marked, EquatableArray<string> libraries)
    {
        var models = properties.ToArray();
        var rows = Distinct(marked, m => m.Codec.Name);
        var forms = Distinct(models.SelectMany(m => m.Forms).Concat(rows.SelectMany(m => m.Forms)), f => f.Name);
        return new(
            rows,
            Distinct(models.Select(m => m.Codec).OfType<CodecModel>().Where(c => c.Kind != CodecKind.Json), c => c.Name),
            Distinct(
                models.SelectMany(m => m.Descriptions)
                    .Concat(rows.SelectMany(m => m.Descriptions))
                    .Concat(forms.OfType<JsonEnum>().Select(f => f.Enum)),
                d => d.Name),
            forms,
            libraries);
    }

    private static EquatableArray<T> Distinct<T>(IEnumerable<T> items, Func<T, string> name)
        where T : IEquatable<T> =>
        items.GroupBy(name, StringComparer.Ordinal).Select(g => g.First()).OrderBy(name, StringComparer.Ordinal).ToEquatableArray();
}
