namespace ProcVision.Soak.Values;

/// <summary>The session of the algorithm's second version: everything is somewhere else, there is more room, and a property is new.</summary>
[Session]
internal readonly ref partial struct SecondLayout : ISoakSession<SecondLayout>
{
    [MaxBytes(5000)]
    public partial Template? Template { get; set; }

    [MaxBytes((8 * Forms.LongestArray) + 64)]
    public partial long[]? Curve { get; set; }

    [MaxBytes((4 * Forms.LongestText) + 1)]
    public partial string? Note { get; set; }

    public partial Pose? Pose { get; set; }

    public partial Rect? Tray { get; set; }

    public partial DateTimeOffset? Time { get; set; }

    public partial int Runs { get; set; }

    public partial Guid? Serial { get; set; }

    public partial decimal? Price { get; set; }

    public partial double? Light { get; set; }

    public partial long? Total { get; set; }

    public partial int? Count { get; set; }

    public partial short? Short { get; set; }

    public partial byte? Small { get; set; }

    public partial bool? Flag { get; set; }
}
