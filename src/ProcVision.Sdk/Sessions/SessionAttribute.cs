namespace ProcVision;

/// <summary>
/// Marks a <c>readonly ref partial struct</c> whose partial properties (<c>get</c> and <c>set</c>) are the typed state of one detection:
/// what one step writes the next step reads.
/// </summary>
[AttributeUsage(AttributeTargets.Struct, Inherited = false)]
public sealed class SessionAttribute : Attribute;
