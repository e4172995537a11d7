namespace ProcVision.Benchmarks.Sessions;

/// <summary>Every form of value that a session keeps.</summary>
internal static class SessionRows
{
    internal static IReadOnlyList<SessionRow> All() =>
    [
        .. OpeningRows.All(),
        .. FixedRows.Numbers(),
        .. FixedRows.Structs(),
        .. FixedRows.KeyedNumbers(),
        .. TextRows.Texts(),
        .. ArrayRows.Small(),
        .. ArrayRows.Large(),
        .. RecordRows.Small(),
        .. RecordRows.Large(),
    ];
}
