using ProcVision.Analyzers.Sources;

namespace ProcVision.Analyzers.Sessions;

/// <summary>Prints the keyed methods of a session: the other door to the same store.</summary>
internal static class KeyedDoorEmitter
{
    private static readonly (string Name, string Summary, string Head, string Call)[] Doors =
    [
        ("Id", "Unique per detection.", "string Id", "Id"),
        ("Context", "Read-only facts of the detection.", $"{Global.SessionContext} Context", "Context"),
        ("Get", "The value of a key, or <paramref name=\"fallback\"/> when there is none.", "T Get<T>(string key, T fallback)", "Get(key, fallback)"),
        ("Get", "The value of a key, or null (zero, false) when there is none.", "T? Get<T>(string key)", "Get<T>(key)"),
        (
            "TryGet",
            "Gives the value of a key, or false when there is none.",
            "bool TryGet<T>(string key, [global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value)",
            "TryGet(key, out value)"),
        ("Set", "Stores a value; a rejected one leaves the old value.", "void Set<T>(string key, T value)", "Set(key, value)"),
        ("Delete", "Removes a key; false when it was not there.", "bool Delete(string key)", "Delete(key)"),
        ("Exists", "Whether a key has a value.", "bool Exists(string key)", "Exists(key)"),
    ];

    /// <summary>Prints the methods.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="model">The session.</param>
    /// <param name="rejected">The body of each in a session that cannot be generated: without the methods, every call would be an error beside the rule's.</param>
    public static void Emit(SourceWriter writer, SessionModel model, string? rejected)
    {
        foreach (var (_, summary, head, call) in Doors.Where(d => !model.TakenNames.Contains(d.Name)))
        {
            writer.Gap();
            writer.Line($"""
                /// <summary>{summary}</summary>
                public {head} => {rejected ?? $"{SessionNames.Slots}.Session.{call}"};
                """);
        }
    }
}
