namespace ProcVision.Analyzers.Sessions;

/// <summary>Names that are generated into a session struct.</summary>
internal static class SessionNames
{
    public const string Layout = "ProcVisionLayout";
    public const string Over = "Over";
    public const string Slots = "_slots";
}
