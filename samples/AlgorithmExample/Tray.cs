using ProcVision;

namespace AlgorithmExample;

/// <summary>
/// Where the tray is and how it is lit: what step 1 leaves in the session for step 2. Numbers only, so that it is stored as plain bytes.
/// </summary>
/// <param name="X">Left edge, in pixels of the camera picture.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width, at least <see cref="TrayLocator.MinSide"/>.</param>
/// <param name="Height">Height, at least <see cref="TrayLocator.MinSide"/>.</param>
/// <param name="Brightness">Mean brightness of the bare tray, 0…255.</param>
/// <param name="Contrast">Gray levels between tray and parts, or between the light table and what is around it.</param>
public readonly record struct Tray(int X, int Y, int Width, int Height, float Brightness, float Contrast)
{
    /// <summary>The tray's rectangle in the camera picture.</summary>
    public Rect Area => new(X, Y, Width, Height);

    /// <summary>The tray's longer side: the yardstick for all part sizes, so that a camera of another resolution needs no other limits.</summary>
    public int LongerSide => Math.Max(Width, Height);
}
