namespace ProcVision;

/// <summary>Whose session a region holds.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="Pid">The product.</param>
/// <param name="Algorithm">The algorithm's name.</param>
/// <param name="Context">The facts of the detection, a JSON object; <c>{}</c> where there are none or they were too long to be kept.</param>
/// <param name="IsContextLeftOut">Whether they were too long.</param>
internal sealed record RegionOrigin(string Id, string Pid, string Algorithm, byte[] Context, bool IsContextLeftOut)
{
    internal static RegionOrigin Unknown { get; } = new("", "", "", "{}"u8.ToArray(), false);
}
