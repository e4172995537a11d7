using System.Text.Json;

namespace ProcVision.Soak.Values;

/// <summary>The key is deleted.</summary>
internal sealed class NoValue : ValueForm
{
    internal override bool IsNothing => true;

    internal override Action<Session> Prepare(string key, Edition edition) => session => session.Delete(key);

    internal override bool IsIn(Session session, string key, Edition edition) => !session.Exists(key);

    internal override bool Is(JsonElement? json, Edition edition) => json is null;
}
