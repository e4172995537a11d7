namespace ProcVision.Analyzers.Sessions;

/// <summary>How a property reads and writes its slot.</summary>
internal enum SlotForm
{
    /// <summary>Not at all: a rule says why. The body throws.</summary>
    None,

    /// <summary>An unmanaged value; absent is <c>default</c>.</summary>
    Value,

    /// <summary>An unmanaged value; absent is null.</summary>
    NullableValue,

    /// <summary>A string; absent is empty.</summary>
    Text,

    /// <summary>A string of a file without nullable annotations; absent is empty, null clears.</summary>
    ObliviousText,

    /// <summary>A string; absent is null.</summary>
    NullableText,
}
