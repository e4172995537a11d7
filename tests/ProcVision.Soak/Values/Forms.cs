namespace ProcVision.Soak.Values;

/// <summary>Every form that the experiment writes.</summary>
internal static class Forms
{
    internal const int LongestText = 300;
    internal const int LongestArray = 400;

    internal static NoValue Nothing { get; } = new();

    internal static NullValue Null { get; } = new();

    internal static ValueForm<bool> Boolean { get; } = new(static e => (e.Bits(0) & 1) == 0, JsonReadings.Boolean);

    internal static ValueForm<byte> Byte { get; } = new(static e => (byte)e.Number, JsonReadings.Byte);

    internal static ValueForm<short> Int16 { get; } = new(static e => (short)e.Number, JsonReadings.Int16);

    internal static ValueForm<int> Int32 { get; } = new(static e => (int)e.Number, JsonReadings.Int32);

    internal static ValueForm<long> Int64 { get; } = new(static e => (long)e.Bits(0), JsonReadings.Int64);

    internal static ValueForm<double> Double { get; } = new(static e => e.Number / 7.0, JsonReadings.Double);

    internal static ValueForm<decimal> Decimal { get; } = new(
        static e => new decimal((int)e.Bits(0), (int)e.Bits(1), e.Pick(2, 1 << 28), false, 10), JsonReadings.Decimal);

    internal static ValueForm<Guid> Guid { get; } = new(
        static e => new Guid((uint)e.Number, (ushort)e.Bits(0), (ushort)e.Bits(1), 1, 2, 3, 4, 5, 6, (byte)e.Bits(2), (byte)e.Number), JsonReadings.Guid);

    internal static ValueForm<DateTimeOffset> Time { get; } = new(
        static e => new DateTimeOffset(638_000_000_000_000_000 + (e.Number * 7), TimeSpan.FromMinutes(e.Pick(0, 600))), JsonReadings.Time);

    internal static ValueForm<Rect> Rect { get; } = new(
        static e => new Rect((int)e.Number, e.Pick(0, 8000), e.Pick(1, 8000), e.Pick(2, 8000)), JsonReadings.Rect);

    internal static ValueForm<Pose> Pose { get; } = new(static e => Values.Pose.Of(e), JsonReadings.Pose);

    internal static TextForm Text { get; } = new(LongestText);

    internal static ValueForm<Template> Template { get; } = new(Values.Template.Of, JsonReadings.Template);

    internal static ArrayForm Array { get; } = new(LongestArray);
}
