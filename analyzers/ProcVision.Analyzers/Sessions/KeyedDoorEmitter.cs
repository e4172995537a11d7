using ProcVision.Analyzers.Sources;

namespace ProcVision.Analyzers.Sessions;

/// <summary>Prints the keyed methods of a session: the other door to the same store.</summary>
internal static class KeyedDoorEmitter
{
    private static readonly (string Name, string Source)[] Doors =
    [
        ("Id", $"""
            /// <summary>Unique per detection.</summary>
            public string Id => {SessionNames.Slots}.Session.Id;
            """),
        ("Context", $"""
            /// <summary>Read-only facts of the detection.</summary>
            public {Global.SessionContext} Context => {SessionNames.Slots}.Session.Context;
            """),
        ("Get", $"""
            /// <summary>The value of a key, or <paramref name="fallback"/> when there is none.</summary>
            public T Get<T>(string key, T fallback) => {SessionNames.Slots}.Session.Get(key, fallback);

            /// <summary>The value of a key, or null (zero, false) when there is none.</summary>
            public T? Get<T>(string key) => {SessionNames.Slots}.Session.Get<T>(key);
            """),
        ("TryGet", $"""
            /// <summary>Gives the value of a key, or false when there is none.</summary>
            public bool TryGet<T>(string key, [global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value) => {SessionNames.Slots}.Session.TryGet(key, out value);
            """),
        ("Set", $"""
            /// <summary>Stores a value; a rejected one leaves the old value.</summary>
            public void Set<T>(string key, T value) => {SessionNames.Slots}.Session.Set(key, value);
            """),
        ("Delete", $"""
            /// <summary>Removes a key; false when it was not there.</summary>
            public bool Delete(string key) => {SessionNames.Slots}.Session.Delete(key);
            """),
        ("Exists", $"""
            /// <summary>Whether a key has a value.</summary>
            public bool Exists(string key) => {SessionNames.Slots}.Session.Exists(key);
            """),
    ];

    public static void Emit(SourceWriter writer, SessionModel model)
    {
        foreach (var (_, source) in Doors.Where(d => !model.TakenNames.Contains(d.Name)))
        {
            writer.Gap();
            writer.Line(source);
        }
    }
}
