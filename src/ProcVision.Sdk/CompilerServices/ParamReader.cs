using System.ComponentModel;
using System.Text.RegularExpressions;

namespace ProcVision.CompilerServices;

/// <summary>
/// Walks the <c>user_params</c> object of a call for generated code, which asks for the keys it knows. The first value that is wrong and
/// every key that is missing are kept and become 1006 (conformance 127–131).
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct ParamReader
{
    private readonly ReadOnlySpan<byte> _json;

    internal ParamReader(ReadOnlySpan<byte> json) => _json = json;

    /// <summary>What is wrong with the parameters, all missing keys together (conformance 130); null when nothing is. Asked after the last
    /// key was read: 1006.</summary>
    internal string? Problem { get; private set; }

    /// <summary>What was clipped (C12), for a warning line; null when nothing was.</summary>
    internal string? Warning { get; private set; }

    /// <summary>Moves to the next key; false at the end.</summary>
    public bool Next() => throw new NotImplementedException(_json.Length.ToString(null, null));

    /// <summary>Whether the current key is this one.</summary>
    public readonly bool Is(ReadOnlySpan<byte> key) => throw new NotImplementedException();

    /// <summary>The current value as an integer within limits.</summary>
    public long Int(long min = long.MinValue, long max = long.MaxValue, bool clamp = false, string? unit = null) => throw new NotImplementedException();

    /// <summary>The current value as a number within limits; never NaN or infinite.</summary>
    public double Float(double min = double.MinValue, double max = double.MaxValue, bool clamp = false, string? unit = null) => throw new NotImplementedException();

    /// <summary>The current value as a truth value.</summary>
    public bool Bool() => throw new NotImplementedException();

    /// <summary>The current value as a string of <paramref name="minLength"/> to <paramref name="maxLength"/> characters.</summary>
    public string Text(int minLength = 1, int maxLength = 1000, Regex? pattern = null) => throw new NotImplementedException();

    /// <summary>The current value as a rectangle: an object or <c>"x,y,width,height"</c> (C11).</summary>
    public Rect Rect() => throw new NotImplementedException();

    /// <summary>The index of the current value among the choices; 0 with a problem noted when it is none of them.</summary>
    /// <param name="choices">The choices of the manifest.</param>
    public int Choice(ReadOnlySpan<string> choices) => throw new NotImplementedException();

    /// <summary>Whether the current value is JSON null: for an optional parameter the same as absent.</summary>
    public bool IsNull() => throw new NotImplementedException();

    /// <summary>Notes a required key that was not given.</summary>
    public void Missing(string key) => throw new NotImplementedException();
}
