namespace ProcVision.Benchmarks.Sessions;

/// <summary>Where everything goes that was got, so that nobody leaves out the getting.</summary>
internal static class Got<T>
{
    internal static T? Last;
}
