namespace ProcVision.SessionValues.Tests.Values;

/// <summary>More members than one word has bits.</summary>
[SessionValue]
internal sealed class Large
{
    public int M0 { get; set; }

    public string? M1 { get; set; }

    public double M2 { get; set; }

    public Grade M3 { get; set; }

    public int M4 { get; set; }

    public string? M5 { get; set; }

    public double M6 { get; set; }

    public Grade M7 { get; set; }

    public int M8 { get; set; }

    public string? M9 { get; set; }

    public double M10 { get; set; }

    public Grade M11 { get; set; }

    public int M12 { get; set; }

    public string? M13 { get; set; }

    public double M14 { get; set; }

    public Grade M15 { get; set; }

    public int M16 { get; set; }

    public string? M17 { get; set; }

    public double M18 { get; set; }

    public Grade M19 { get; set; }

    public int M20 { get; set; }

    public string? M21 { get; set; }

    public double M22 { get; set; }

    public Grade M23 { get; set; }

    public int M24 { get; set; }

    public string? M25 { get; set; }

    public double M26 { get; set; }

    public Grade M27 { get; set; }

    public int M28 { get; set; }

    public string? M29 { get; set; }

    public double M30 { get; set; }

    public Grade M31 { get; set; }

    public int M32 { get; set; }

    public string? M33 { get; set; }

    public double M34 { get; set; }

    public Grade M35 { get; set; }

    public int M36 { get; set; }

    public string? M37 { get; set; }

    public double M38 { get; set; }

    public Grade M39 { get; set; }

    public int M40 { get; set; }

    public string? M41 { get; set; }

    public double M42 { get; set; }

    public Grade M43 { get; set; }

    public int M44 { get; set; }

    public string? M45 { get; set; }

    public double M46 { get; set; }

    public Grade M47 { get; set; }

    public int M48 { get; set; }

    public string? M49 { get; set; }

    public double M50 { get; set; }

    public Grade M51 { get; set; }

    public int M52 { get; set; }

    public string? M53 { get; set; }

    public double M54 { get; set; }

    public Grade M55 { get; set; }

    public int M56 { get; set; }

    public string? M57 { get; set; }

    public double M58 { get; set; }

    public Grade M59 { get; set; }

    public int M60 { get; set; }

    public string? M61 { get; set; }

    public double M62 { get; set; }

    public Grade M63 { get; set; }

    public int M64 { get; set; }

    public string? M65 { get; set; }

    public double M66 { get; set; }

    public Grade M67 { get; set; }

    public int M68 { get; set; }

    public string? M69 { get; set; }

    public double M70 { get; set; }

    public Grade M71 { get; set; }

    public int M72 { get; set; }

    public string? M73 { get; set; }

    public double M74 { get; set; }

    public Grade M75 { get; set; }

    public int M76 { get; set; }

    public string? M77 { get; set; }

    public double M78 { get; set; }

    public Grade M79 { get; set; }

    public int M80 { get; set; }

    public string? M81 { get; set; }

    public double M82 { get; set; }

    public Grade M83 { get; set; }

    public int M84 { get; set; }

    public string? M85 { get; set; }

    public double M86 { get; set; }

    public Grade M87 { get; set; }

    public int M88 { get; set; }

    public string? M89 { get; set; }

    public double M90 { get; set; }

    public Grade M91 { get; set; }

    public int M92 { get; set; }

    public string? M93 { get; set; }

    public double M94 { get; set; }

    public Grade M95 { get; set; }

    public int M96 { get; set; }

    public string? M97 { get; set; }

    public double M98 { get; set; }

    public Grade M99 { get; set; }

    public int M100 { get; set; }

    public string? M101 { get; set; }

    public double M102 { get; set; }

    public Grade M103 { get; set; }

    public int M104 { get; set; }

    public string? M105 { get; set; }

    public double M106 { get; set; }

    public Grade M107 { get; set; }

    public int M108 { get; set; }

    public string? M109 { get; set; }

    public double M110 { get; set; }

    public Grade M111 { get; set; }

    public int M112 { get; set; }

    public string? M113 { get; set; }

    public double M114 { get; set; }

    public Grade M115 { get; set; }

    public int M116 { get; set; }

    public string? M117 { get; set; }

    public double M118 { get; set; }

    public Grade M119 { get; set; }

    public int M120 { get; set; }

    public string? M121 { get; set; }

    public double M122 { get; set; }

    public Grade M123 { get; set; }

    public int M124 { get; set; }

    public string? M125 { get; set; }

    public double M126 { get; set; }

    public Grade M127 { get; set; }

    public int M128 { get; set; }

    public string? M129 { get; set; }
}
