namespace ProcVision;

/// <summary>A part of a region that cannot be read; the message is the reason, and becomes a problem of the content. Never leaves the reader.</summary>
internal sealed class RegionFault(string reason) : Exception(reason);
