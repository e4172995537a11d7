namespace ProcVision.Manifests;

/// <summary>The six types of a parameter (conformance 118).</summary>
internal enum ParamKind
{
    Int,
    Float,
    Rect,
    Enum,
    Bool,
    String,
}
