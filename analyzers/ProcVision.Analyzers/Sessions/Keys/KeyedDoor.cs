namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>The methods of a session that take a key.</summary>
internal enum KeyedDoor
{
    Get,
    TryGet,
    Set,
    Exists,
    Delete,
}
