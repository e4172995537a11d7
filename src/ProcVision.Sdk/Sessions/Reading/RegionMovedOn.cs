namespace ProcVision;

/// <summary>The region is at another detection or layout than when this look began: all of it is worth nothing. Never leaves the reader.</summary>
internal sealed class RegionMovedOn : Exception;
