namespace ProcVision;

/// <summary>The camera picture as a step sees it (DESIGN §6). Empty (<see cref="PixelFormat.None"/>) in a method with <c>[NoImage]</c>.</summary>
public readonly ref struct StepImage
{
    private readonly ImageFrame? _frame;

    /// <summary>For generated code.</summary>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public StepImage(ImageFrame? frame) => _frame = frame;

    /// <summary>Width in pixels.</summary>
    public int Width => _frame?.Width ?? 0;

    /// <summary>Height in pixels.</summary>
    public int Height => _frame?.Height ?? 0;
}
