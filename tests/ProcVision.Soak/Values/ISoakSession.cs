namespace ProcVision.Soak.Values;

/// <summary>What every layout of the experiment has: the same typed properties, where null is no value.</summary>
internal interface ISoakSession<TSelf>
    where TSelf : ISoakSession<TSelf>, allows ref struct
{
    bool? Flag { get; set; }

    byte? Small { get; set; }

    short? Short { get; set; }

    int? Count { get; set; }

    long? Total { get; set; }

    double? Light { get; set; }

    decimal? Price { get; set; }

    Guid? Serial { get; set; }

    DateTimeOffset? Time { get; set; }

    Rect? Tray { get; set; }

    Pose? Pose { get; set; }

    string? Note { get; set; }

    Template? Template { get; set; }

    long[]? Curve { get; set; }

    static abstract TSelf Over(Session session);
}
