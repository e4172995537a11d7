namespace ProcVision;

/// <summary>Named values for people who tune, sent in <c>data.debug</c> of the call's result (C19) and then forgotten. Thread-safe.</summary>
public sealed class Diagnostics
{
    internal Diagnostics()
    {
    }

    /// <summary>Publishes an integer; the last value of a key is sent.</summary>
    public void Publish(string key, long value) => throw new NotImplementedException();

    /// <summary>Publishes a number. NaN and infinities have no JSON form and are sent as text (conformance 163).</summary>
    public void Publish(string key, double value) => throw new NotImplementedException();

    /// <summary>Publishes a text.</summary>
    public void Publish(string key, string? value) => throw new NotImplementedException();

    /// <summary>Publishes a truth value.</summary>
    public void Publish(string key, bool value) => throw new NotImplementedException();
}
