using System.Globalization;

namespace ProcVision.Conformance;

/// <summary>
/// Reads facts.tsv. A line is a fact, <c>number ⇥ stances ⇥ title ⇥ owner</c>, or begins a section, <c># ⇥ numbers ⇥ title</c>; there the numbers
/// (<c>227-257</c>, <c>531B,531C</c>) are those the section must list, none left out. An empty line means nothing.
/// </summary>
internal static class FactList
{
    /// <summary>The sections in the file's order.</summary>
    /// <exception cref="FormatException">A line cannot be read, a number is listed twice, or a section leaves one out.</exception>
    internal static IReadOnlyList<FactSection> Parse(IEnumerable<string> lines)
    {
        var sections = new List<FactSection>();
        var facts = new List<Fact>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string line in lines)
        {
            string[] cells = line.Split('\t');
            if (cells is ["#", var range, var heading])
                sections.Add(new(heading, range.Length == 0 ? null : range, facts = []));
            else if (cells is [var id, var stances, var title, .. { Length: <= 1 } owner] && sections.Count > 0)
                facts.Add(new(seen.Add(id) ? id : throw new FormatException($"{id} is listed twice."),
                    stances.Split(',', StringSplitOptions.RemoveEmptyEntries), title, owner is [{ Length: > 0 } text] ? text : null));
            else if (line.Length > 0)
                throw new FormatException($"This line is neither a section nor a fact: {line}");
        }

        foreach (var section in sections.Where(static section => section.IsComplete))
        {
            string[] numbers = [.. section.Range!.Split(',').SelectMany(Numbers)];
            if (!numbers.SequenceEqual(section.Facts.Select(static fact => fact.Id), StringComparer.Ordinal))
                throw new FormatException($"The section '{section.Title}' must list {section.Range}, each once and in order.");
        }

        return sections;
    }

    private static IEnumerable<string> Numbers(string part)
    {
        if (part.Split('-') is not [var first, var last])
            return [part];

        string prefix = first.StartsWith('C') ? "C" : "";
        int from = int.Parse(first.AsSpan(prefix.Length), CultureInfo.InvariantCulture);
        int to = int.Parse(last.AsSpan(prefix.Length), CultureInfo.InvariantCulture);
        return Enumerable.Range(from, to - from + 1).Select(number => FormattableString.Invariant($"{prefix}{number}"));
    }
}
