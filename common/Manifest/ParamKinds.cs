namespace ProcVision.Manifests;

/// <summary>How the types of parameters are written, and which fields belong to which (conformance 118–126).</summary>
internal static class ParamKinds
{
    /// <summary>The six names, in the order of <see cref="ParamKind"/>.</summary>
    public static string[] Names { get; } = ["int", "float", "rect", "enum", "bool", "string"];

    public static string NameOf(ParamKind kind) => Names[(int)kind];

    public static ParamKind? Find(string name)
    {
        int i = Array.IndexOf(Names, name);
        return i < 0 ? null : (ParamKind)i;
    }

    /// <summary>The type that another spelling probably means.</summary>
    public static ParamKind? Meant(string name) => name.Trim().ToUpperInvariant() switch
    {
        "INT" or "INTEGER" or "LONG" or "INT32" or "INT64" => ParamKind.Int,
        "FLOAT" or "DOUBLE" or "NUMBER" or "DECIMAL" => ParamKind.Float,
        "RECT" or "RECTANGLE" or "ROI" => ParamKind.Rect,
        "ENUM" or "CHOICE" or "SELECT" => ParamKind.Enum,
        "BOOL" or "BOOLEAN" => ParamKind.Bool,
        "STRING" or "STR" or "TEXT" => ParamKind.String,
        _ => null,
    };

    /// <summary>The types that a limiting field has a meaning for; empty for other fields.</summary>
    public static ParamKind[] OwnersOf(string field) => field switch
    {
        "min" or "max" or "clamp" => [ParamKind.Int, ParamKind.Float],
        "choices" => [ParamKind.Enum],
        "min_length" or "max_length" or "pattern" => [ParamKind.String],
        _ => [],
    };
}
