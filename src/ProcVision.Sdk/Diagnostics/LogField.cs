namespace ProcVision;

/// <summary>A named value beside a log message: <c>log.Info("found", ("count", 6))</c>.</summary>
public readonly struct LogField
{
    internal enum Kind : byte
    {
        Text,
        Integer,
        Real,
        Boolean,
    }

    private LogField(string name, Kind kind, string? text, long bits)
    {
        Name = name;
        ValueKind = kind;
        Text = text;
        Bits = bits;
    }

    internal string Name { get; }

    internal Kind ValueKind { get; }

    internal string? Text { get; }

    internal long Bits { get; }

    internal double Real => BitConverter.Int64BitsToDouble(Bits);

    /// <summary>A text field; null is JSON null.</summary>
    public static implicit operator LogField((string Name, string? Value) field) => new(field.Name, Kind.Text, field.Value, 0);

    /// <summary>An integer field.</summary>
    public static implicit operator LogField((string Name, long Value) field) => new(field.Name, Kind.Integer, null, field.Value);

    /// <summary>An integer field.</summary>
    public static implicit operator LogField((string Name, int Value) field) => new(field.Name, Kind.Integer, null, field.Value);

    /// <summary>A floating-point field; NaN and the infinities, which JSON has not, are written as text.</summary>
    public static implicit operator LogField((string Name, double Value) field) =>
        new(field.Name, Kind.Real, null, BitConverter.DoubleToInt64Bits(field.Value));

    /// <summary>A truth value.</summary>
    public static implicit operator LogField((string Name, bool Value) field) => new(field.Name, Kind.Boolean, null, field.Value ? 1 : 0);
}
