namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>What is known of a type as a session value (DESIGN §4).</summary>
internal enum ValueAnswer
{
    /// <summary>It can be stored; code is generated for it.</summary>
    Model,

    /// <summary>It cannot, for a reason.</summary>
    Rejected,

    /// <summary>It, or a type in it, does not exist before code is generated. Still unknown after generation it is the compiler's error, otherwise a rule's.</summary>
    Unknown,
}
