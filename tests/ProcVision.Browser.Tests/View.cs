namespace ProcVision.Browser.Tests;

/// <summary>Where a report is looked at.</summary>
/// <param name="Width">In CSS pixels.</param>
/// <param name="Height">In CSS pixels.</param>
/// <param name="IsTouch">Whether one taps.</param>
/// <param name="IsPaper">Whether it is printed.</param>
public sealed record View(int Width, int Height, bool IsTouch = false, bool IsPaper = false)
{
    public static View Desktop { get; } = new(1280, 900);

    public static View Tablet { get; } = new(768, 1024, IsTouch: true);

    public static View Phone { get; } = new(390, 844, IsTouch: true);

    /// <summary>A4 less the margins of 12 mm.</summary>
    public static View Paper { get; } = new(703, 1032, IsPaper: true);

    public static View Of(string name) => name switch
    {
        "desktop" => Desktop,
        "tablet" => Tablet,
        "phone" => Phone,
        _ => Paper,
    };
}
