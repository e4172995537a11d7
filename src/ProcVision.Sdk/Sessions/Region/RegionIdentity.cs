namespace ProcVision;

/// <summary>Whose detection a region holds.</summary>
/// <param name="Id">The session's id (conformance 2).</param>
/// <param name="Pid">The product.</param>
/// <param name="Algorithm">The algorithm's name in its manifest.</param>
/// <param name="Context">The detection's context as a JSON object in UTF-8 (conformance 3); empty for none. One that does not fit is left out, and the region says so.</param>
internal readonly record struct RegionIdentity(string Id, string Pid, string Algorithm, ReadOnlyMemory<byte> Context);
