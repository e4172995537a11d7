using System.Text.Json;

namespace ProcVision.Soak.Values;

/// <summary>One way a value can be: its type, its content in an edition, and how to know it again.</summary>
internal abstract class ValueForm
{
    /// <summary>Whether the edition is that there is no value.</summary>
    internal virtual bool IsNothing => false;

    /// <summary>Makes the edition's value, and gives what stores it by key.</summary>
    internal abstract Action<Session> Prepare(string key, Edition edition);

    /// <summary>Whether the session gives the edition's value for a key, wholly; of a key with another type, false.</summary>
    internal abstract bool IsIn(Session session, string key, Edition edition);

    /// <summary>Whether this is the edition's value, wholly.</summary>
    /// <param name="json">What a reader without our types has found; null when it has found nothing.</param>
    /// <param name="edition">Which one.</param>
    internal abstract bool Is(JsonElement? json, Edition edition);
}
