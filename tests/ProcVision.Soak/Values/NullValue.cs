using System.Text.Json;

namespace ProcVision.Soak.Values;

/// <summary>A stored null: it exists.</summary>
internal sealed class NullValue : ValueForm
{
    internal override Action<Session> Prepare(string key, Edition edition) => session => session.Set<string?>(key, null);

    internal override bool IsIn(Session session, string key, Edition edition)
    {
        try
        {
            return session.TryGet<string?>(key, out var value) && value is null;
        }
        catch (SessionException)
        {
            // Another type is stored.
            return false;
        }
    }

    internal override bool Is(JsonElement? json, Edition edition) => json is { ValueKind: JsonValueKind.Null };
}
