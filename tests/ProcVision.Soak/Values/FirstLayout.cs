namespace ProcVision.Soak.Values;

/// <summary>The session of the algorithm's first version.</summary>
[Session]
internal readonly ref partial struct FirstLayout : ISoakSession<FirstLayout>
{
    public partial bool? Flag { get; set; }

    public partial byte? Small { get; set; }

    public partial short? Short { get; set; }

    public partial int? Count { get; set; }

    public partial long? Total { get; set; }

    public partial double? Light { get; set; }

    public partial decimal? Price { get; set; }

    public partial Guid? Serial { get; set; }

    public partial DateTimeOffset? Time { get; set; }

    public partial Rect? Tray { get; set; }

    public partial Pose? Pose { get; set; }

    [MaxBytes(4 * Forms.LongestText)]
    public partial string? Note { get; set; }

    [MaxBytes(4096)]
    public partial Template? Template { get; set; }

    [MaxBytes(8 * Forms.LongestArray)]
    public partial long[]? Curve { get; set; }
}
