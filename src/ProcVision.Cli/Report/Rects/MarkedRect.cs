namespace ProcVision.Cli;

/// <summary>A rectangle of an answer with the number it has on the picture and in the table.</summary>
/// <param name="Number">From 1, over all steps.</param>
/// <param name="Step">The step that gave it.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Place">Where it is; null when the answer does not say that in a usable way.</param>
/// <param name="Label">Empty when there is none.</param>
/// <param name="Score">Null when there is none.</param>
/// <param name="Visible">The part of it that is in the picture; null when it cannot be drawn.</param>
/// <param name="Remark">What is wrong with it; null when nothing is.</param>
internal sealed record MarkedRect(
    int Number, int Step, RectKind Kind, Area? Place, string Label, double? Score, Area? Visible, string? Remark)
{
    /// <summary>Step and kind together can be shown and hidden.</summary>
    public string Layer => $"{Step}-{Kind.Word()}";

    /// <summary>Empty when there is no score.</summary>
    public string ScoreText => Score is { } score ? Area.Number(Math.Round(score, 3)) : "";
}
