using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>The members of a rectangle in JSON, as the platform names them (conformance 122).</summary>
internal static class SessionRect
{
    internal static readonly SessionMembers Members = new("Rect", "x", "y", "width", "height");
}
