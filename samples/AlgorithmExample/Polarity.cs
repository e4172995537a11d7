namespace AlgorithmExample;

/// <summary>How parts look against the tray they lie on.</summary>
public enum Polarity
{
    /// <summary>Dark parts on a bright tray, as on a light table.</summary>
    Dark,

    /// <summary>Bright parts on a dark tray.</summary>
    Bright,
}
