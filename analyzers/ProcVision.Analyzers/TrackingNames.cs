namespace ProcVision.Analyzers;

/// <summary>Names of the generator's steps, for the tests that prove what is kept and what is computed anew.</summary>
internal static class TrackingNames
{
    /// <summary>What each class says.</summary>
    public const string Classes = nameof(Classes);

    /// <summary>What each manifest says.</summary>
    public const string Manifests = nameof(Manifests);

    /// <summary>Each class with its manifest: what is printed.</summary>
    public const string Algorithms = nameof(Algorithms);

    /// <summary>What each session struct says: what is printed.</summary>
    public const string Sessions = nameof(Sessions);

    /// <summary>What each type marked <c>[SessionValue]</c> says.</summary>
    public const string MarkedValues = nameof(MarkedValues);

    /// <summary>The tables of session values of referenced assemblies.</summary>
    public const string ValueLibraries = nameof(ValueLibraries);

    /// <summary>Every session value of the assembly: what is printed.</summary>
    public const string Values = nameof(Values);

    /// <summary>The placeholders beside classes that nothing can be added to.</summary>
    public const string Placeholders = nameof(Placeholders);

    /// <summary>What the assembly offers.</summary>
    public const string Table = nameof(Table);
}
