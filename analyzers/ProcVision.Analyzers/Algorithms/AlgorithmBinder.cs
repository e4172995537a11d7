using ProcVision.Analyzers.Sources;
using ProcVision.Collections;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Lays a class and its manifest side by side.</summary>
internal static class AlgorithmBinder
{
    /// <summary>Gives everything that is printed for one class.</summary>
    /// <param name="algorithm">The class.</param>
    /// <param name="manifests">All manifests of the project, by path.</param>
    /// <param name="rows">All algorithm classes of the project, by full name.</param>
    public static BoundAlgorithm Bind(AlgorithmClass algorithm, EquatableArray<ManifestSource> manifests, EquatableArray<AlgorithmRow> rows)
    {
        var file = ManifestOf(algorithm.Place.Name, manifests);
        var names = file is { Model: { } manifest } ? new AlgorithmNames(manifest) : null;
        bool isFirst = rows.FirstOrDefault(r => r.IsModel && r.Name == algorithm.Place.Name)?.FullName == algorithm.Place.FullName;
        var model = algorithm.IsModel && isFirst && names is not null && !algorithm.TakenNames.Any(names.Yielded.Contains)
            ? AlgorithmParser.Parse(algorithm, file!, names)
            : null;
        var placeholders = Placeholders(algorithm, names, model);

        return new()
        {
            Place = algorithm.Place,
            HintName = HintName.Of(algorithm.Place.FullName, rows.Select(r => r.FullName).ToEquatableArray(), ".g.cs"),
            Session = algorithm.Session,
            Model = model,
            Inside = algorithm.IsModel ? placeholders : [],
            Beside = algorithm.IsModel ? [] : placeholders.Select(p => new PlacedPlaceholder(algorithm.Place.Namespace, p)).ToEquatableArray(),
        };
    }

    /// <summary>The manifest whose <c>entry_point</c> names this class; the first by path when there are several (PV0014).</summary>
    public static ManifestSource? ManifestOf(string className, EquatableArray<ManifestSource> manifests) =>
        manifests.FirstOrDefault(m => m.Model?.EntryClass == className);

    /// <summary>
    /// In a class that is generated, only a step method can have a name that nothing yields. In one that is not, every unresolved name may be
    /// one that a manifest would have yielded.
    /// </summary>
    private static EquatableArray<Placeholder> Placeholders(AlgorithmClass algorithm, AlgorithmNames? names, AlgorithmModel? model) =>
        algorithm.Unresolved
            .Where(u => model is null || (u.IsStep && !names!.Yielded.Contains(u.Name)))
            .Select(u => new Placeholder(u.Name, u.IsStep || u.Name.EndsWith("Step", StringComparison.Ordinal)))
            .ToEquatableArray();
}
