using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>One member of an unmanaged struct that is stored as its bytes. For generated code.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Offset">Bytes from the start of the struct, measured in the process that stores it.</param>
/// <param name="Type">Its type.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record SessionMember(string Name, int Offset, SessionType Type);
