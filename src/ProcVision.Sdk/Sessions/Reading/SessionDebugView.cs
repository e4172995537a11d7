using System.Diagnostics;
using System.Text;

namespace ProcVision;

/// <summary>A session as a debugger shows it: its id, and each value by key with its type, read as any other process would.</summary>
internal sealed class SessionDebugView(Session session)
{
    /// <summary>Unique per detection.</summary>
    public string Id => session.Id;

    /// <summary>The facts of the detection, as JSON.</summary>
    public string Context => session.Context.ToString();

    /// <summary>Typed properties first, then keyed values, ordinally; what cannot be read with the reason.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public DebugValue[] Values
    {
        get
        {
            try
            {
                var content = session.ToContent();
                return content is null ? [] :
                [
                    .. content.Values.Select(value => new DebugValue(value.Key, value.Type, Encoding.UTF8.GetString(value.Json))),
                    .. content.Problems.Select(problem => new DebugValue("!", "", problem)),
                ];
            }
            catch (SessionRegionException e)
            {
                return [new DebugValue("!", "", e.Message)];
            }
        }
    }

    /// <summary>One line of the view.</summary>
    /// <param name="Key">The key; an exclamation mark where something could not be read.</param>
    /// <param name="Type">The C# type.</param>
    /// <param name="Json">The value as JSON, or the reason.</param>
    [DebuggerDisplay("{Json,nq}", Name = "{Key,nq}", Type = "{Type,nq}")]
    internal sealed record DebugValue(string Key, string Type, string Json);
}
