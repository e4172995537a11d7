namespace ProcVision;

/// <summary>One value of a session, to be looked at.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Type">Its C# type as messages name it, as <c>Rect?</c>; <c>null</c> for a null stored by key.</param>
/// <param name="Json">The value.</param>
internal readonly record struct StoredValue(string Key, string Type, byte[] Json);
