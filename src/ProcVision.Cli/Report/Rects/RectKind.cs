namespace ProcVision.Cli;

/// <summary>What a rectangle of an answer stands for. In the order in which people look for them.</summary>
internal enum RectKind
{
    /// <summary>Something wrong: red (conformance 154).</summary>
    Defect,

    /// <summary>Something found: green (conformance 154).</summary>
    Position,

    /// <summary>What pre_execute measures by (conformance 145): blue.</summary>
    Calibration,
}
