using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>Whether bytes that another process has written are a value of a type: a bool of 2 would break code that was sure of it.</summary>
internal static unsafe class StoredValidity
{
    /// <summary>Whether the bytes are a value; of JSON, which its codec reads with care anyway, nothing is said.</summary>
    internal static bool IsValid(SessionType type, ReadOnlySpan<byte> bytes)
    {
        switch (type.Form)
        {
            case SessionTypeForm.Json:
                return true;
            case SessionTypeForm.Array:
                return AreValid(type.Of!, bytes);
            case SessionTypeForm.BuiltIn when type.Kind == SessionKind.Text:
                return SessionText.IsValid(bytes);
        }

        if (bytes.Length != type.Size)
        {
            return false;
        }

        switch (type.Form)
        {
            case SessionTypeForm.BuiltIn:
                fixed (byte* value = bytes)
                {
                    return SessionValidity.IsValid(type.Kind, value);
                }

            case SessionTypeForm.Nullable:
                return bytes[0] == 0 || (bytes[0] == 1 && IsValid(type.Of!, bytes[^type.Of!.Size..]));
            case SessionTypeForm.Struct:
                foreach (var member in type.Members)
                {
                    if (!IsValid(member.Type, bytes.Slice(member.Offset, member.Type.Size)))
                    {
                        return false;
                    }
                }

                return true;
            default:
                return true;
        }
    }

    private static bool AreValid(SessionType element, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % element.Size != 0)
        {
            return false;
        }

        if (!IsRestricted(element))
        {
            return true;
        }

        for (; !bytes.IsEmpty; bytes = bytes[element.Size..])
        {
            if (!IsValid(element, bytes[..element.Size]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether there are bytes that are no value of the type: not so of numbers, and so not of images' worth of them.</summary>
    private static bool IsRestricted(SessionType type) => type.Form switch
    {
        SessionTypeForm.Enum => false,
        SessionTypeForm.Struct => type.Members.Any(static member => IsRestricted(member.Type)),
        SessionTypeForm.BuiltIn => SessionValidity.IsRestricted(type.Kind),
        _ => true,
    };
}
