namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>Fields of one class are set in the order of the text: each comes after those it is made of.</summary>
internal static class DependencyOrder
{
    /// <summary>Sorts items that are sorted by name so that each stands behind those it names.</summary>
    public static IReadOnlyList<T> Of<T>(IEnumerable<T> items, Func<T, string> nameOf, Func<T, IEnumerable<string>> needs)
    {
        var byName = items.ToDictionary(nameOf, StringComparer.Ordinal);
        var placed = new HashSet<string>(StringComparer.Ordinal);
        var order = new List<T>();
        foreach (var item in byName.Values.OrderBy(nameOf, StringComparer.Ordinal))
            Place(item);
        return order;

        void Place(T item)
        {
            if (!placed.Add(nameOf(item)))
                return;
            foreach (string name in needs(item))
            {
                if (byName.TryGetValue(name, out var needed))
                    Place(needed);
            }

            order.Add(item);
        }
    }
}
