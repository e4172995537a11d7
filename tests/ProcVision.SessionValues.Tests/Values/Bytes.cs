using System.Runtime.InteropServices;

namespace ProcVision.SessionValues.Tests.Values;

/// <summary>Unmanaged, and every field is public: bytes by key and as a property, JSON inside a record.</summary>
[SessionValue]
internal struct Pose
{
    public double X;
    public double Y;
    public float Angle;
    public Grade Grade;
}

/// <summary>Unmanaged with padding, a private field, a nullable and another struct: bytes only.</summary>
[SessionValue]
internal struct Packed
{
    public byte A;
    public double? B;
    private short _c;
    public Pose D;
    public bool E;

    public readonly short C => _c;

    public void SetC(short value) => _c = value;
}

[SessionValue]
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal record struct Tight(byte A, long B);

/// <summary>Records that hold structs, which are JSON there.</summary>
[SessionValue]
internal sealed record Poses(Pose One, Pose? Maybe, Pose[] Many, Tight Tight);
