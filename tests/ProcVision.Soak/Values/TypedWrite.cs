namespace ProcVision.Soak.Values;

/// <summary>A write whose value is ready: what is left is the session's work.</summary>
internal delegate void TypedWrite<in TSession>(TSession session)
    where TSession : allows ref struct;
