using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ProcVision.CompilerServices;

/// <summary>One member of an unmanaged struct that is stored as its bytes. For generated code.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Offset">Bytes from the start of the struct, measured in the process that stores it.</param>
/// <param name="Type">Its type.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record SessionMember(string Name, int Offset, SessionType Type)
{
    /// <summary>A member whose offset is measured: only the runtime knows where it puts a field.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="whole">Any value of the struct.</param>
    /// <param name="field">The field inside <paramref name="whole"/>.</param>
    /// <param name="type">Its type.</param>
    public static SessionMember At<T, TField>(string name, in T whole, in TField field, SessionType type)
        where T : struct =>
        new(name, (int)Unsafe.ByteOffset(in Unsafe.As<T, byte>(ref Unsafe.AsRef(in whole)), in Unsafe.As<TField, byte>(ref Unsafe.AsRef(in field))), type);
}
