using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>Says which class of an assembly holds the codecs of its <c>[SessionValue]</c> types, for the assemblies that use them. For generated code.</summary>
/// <param name="table">A public static class with <c>SessionValues</c>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SessionValueTableAttribute(Type table) : Attribute
{
    /// <summary>The generated <c>ProcVisionTable</c>.</summary>
    public Type Table { get; } = table;
}
