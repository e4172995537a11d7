using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>What came of one picture of a series. It keeps no picture: a series may be longer than any memory.</summary>
/// <param name="Path">The picture.</param>
/// <param name="Round">Which repetition, from 1.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">Of an NG or an ERROR; empty for OK.</param>
/// <param name="ErrorCode">Of an ERROR; null for none.</param>
/// <param name="Elapsed">All calls.</param>
internal sealed record SeriesItem(string Path, int Round, DetectionOutcome Outcome, string Reason, string? ErrorCode, TimeSpan Elapsed)
{
    /// <summary>Its calls, in order.</summary>
    public IReadOnlyList<SeriesCall> Calls { get; init; } = [];

    /// <summary>What was found on it.</summary>
    public MarkedRects Rects { get; init; } = new([], 0);

    /// <summary>Pixels; 0 when it could not be read.</summary>
    public int Width { get; init; }

    public int Height { get; init; }

    /// <summary>The word that all outputs have for it.</summary>
    public string Word => Outcome switch { DetectionOutcome.Ok => "OK", DetectionOutcome.Ng => "NG", _ => "ERROR" };

    public static SeriesItem Of(Picture picture, int round, DetectionReport report)
    {
        var failure = report.Steps.FirstOrDefault(static step => step.IsError)?.Failure;
        string? reason = failure?.Message ?? report.Steps.FirstOrDefault(static step => step.Execute?.Verdict == Verdict.Ng)?.Execute!.Data.Text("ng_reason");
        return new(picture.Path, round, report.Outcome, reason ?? "", failure?.ErrorCode, report.Elapsed)
        {
            Calls = [.. report.Steps.SelectMany(SeriesCall.Of)],
            Rects = MarkedRects.Of(report, picture.Header),
            Width = picture.Header.Width,
            Height = picture.Header.Height,
        };
    }

    /// <summary>A picture for which nothing could be called.</summary>
    public static SeriesItem Unreadable(string path, int round, BadInputException why) => new(path, round, DetectionOutcome.Error, why.Message, why.ErrorCode, TimeSpan.Zero);
}
