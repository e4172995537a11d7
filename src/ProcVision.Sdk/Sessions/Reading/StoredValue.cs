namespace ProcVision;

/// <summary>One value of a session, to be looked at.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Type">Its C# type as messages name it, as <c>Rect?</c>; <c>null</c> for a null stored by key.</param>
/// <param name="Json">The value. What is stored but has no JSON form (NaN, a bool of 2) is a text that says so.</param>
internal readonly record struct StoredValue(string Key, string Type, byte[] Json)
{
    /// <summary>Bytes that the value itself takes in the region, without its key and the other cell; 0 for a null.</summary>
    internal int Bytes { get; init; }
}
