using System.Globalization;
using ProcVision.Collections;

namespace ProcVision.Analyzers.Sources;

/// <summary>File names of generated sources: the compiler takes two as equal when only letter case differs, C# does not.</summary>
internal static class HintName
{
    /// <summary>The type's full name; a number behind it when types before it differ from it in letter case only.</summary>
    /// <param name="fullName">The type.</param>
    /// <param name="all">The full names of all types of this kind, sorted.</param>
    /// <param name="kind">What stands behind the name, as <c>.g.cs</c>.</param>
    public static string Of(string fullName, EquatableArray<string> all, string kind)
    {
        int before = all
            .TakeWhile(other => string.CompareOrdinal(other, fullName) < 0)
            .Count(other => string.Equals(other, fullName, StringComparison.OrdinalIgnoreCase));
        string name = fullName.Replace("@", "").Replace('<', '{').Replace('>', '}');
        return before == 0 ? name + kind : name + "-" + (before + 1).ToString(CultureInfo.InvariantCulture) + kind;
    }
}
