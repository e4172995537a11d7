namespace ProcVision.Protocol;

/// <summary>The version of this Sdk as hello tells it (conformance 273). A constant, so that starting needs no reflection; a test compares it with
/// the assembly's.</summary>
internal static class SdkVersion
{
    internal const string Text = "0.1.0";
}
