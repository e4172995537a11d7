using ProcVision.Analyzers.Sources;
using ProcVision.Collections;

namespace ProcVision.Analyzers.Sessions;

/// <summary>Everything that is printed for one session struct.</summary>
internal sealed record SessionModel
{
    public required TypePlace Place { get; init; }

    /// <summary>The struct as source.</summary>
    public required string Type { get; init; }

    /// <summary>Whether the properties have slots. When not, a rule says why, and the bodies throw.</summary>
    public required bool IsModel { get; init; }

    /// <summary>Sorted by name, so that their order in the source does not change the layout.</summary>
    public required EquatableArray<SessionProperty> Properties { get; init; }

    /// <summary>Bytes of all slots.</summary>
    public required int Size { get; init; }

    /// <summary>Members of the author: keyed doors of these names are not generated.</summary>
    public required EquatableArray<string> TakenNames { get; init; }
}
