using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>The names of the kinds.</summary>
internal static class RectKinds
{
    /// <summary>All, in the order they are numbered in.</summary>
    public static IReadOnlyList<RectKind> All { get; } = [RectKind.Defect, RectKind.Position, RectKind.Calibration];

    /// <summary>For people.</summary>
    public static string Text(this RectKind kind) => kind switch
    {
        RectKind.Defect => Words.Of("缺陷", "Defect"),
        RectKind.Position => Words.Of("位置", "Position"),
        _ => Words.Of("校准", "Calibration"),
    };

    /// <summary>For style and script.</summary>
    public static string Word(this RectKind kind) => kind switch
    {
        RectKind.Defect => "defect",
        RectKind.Position => "position",
        _ => "calibration",
    };

    /// <summary>The member of <c>data</c> that lists them.</summary>
    public static string Key(this RectKind kind) => kind switch
    {
        RectKind.Defect => "defect_rects",
        RectKind.Position => "position_rects",
        _ => "calibration_rects",
    };
}
