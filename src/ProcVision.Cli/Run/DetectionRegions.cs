using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>The memory of one detection's session after the other, as a line gives it.</summary>
/// <param name="algorithm">Its name.</param>
/// <param name="note">Is told once when there is no such memory.</param>
internal sealed class DetectionRegions(string algorithm, Action<string> note) : IDisposable
{
    private readonly SessionRegions _regions = SessionRegions.Open(most: 1);
    private bool _isImpossible;

    /// <summary>Where there is no shared memory for it the algorithm keeps its session itself: that is as good, as long as it lives.</summary>
    /// <returns>To be given back before the next; null when there is none.</returns>
    public SessionRegion? Rent(SessionIdentity session)
    {
        if (_isImpossible)
            return null;
        try
        {
            return _regions.Rent(session, algorithm);
        }
        catch (Exception e) when (e is IOException or PlatformNotSupportedException)
        {
            _isImpossible = true;
            note(e.Message + Words.Of("；会话只保存在算法进程中", "; the session is kept in the algorithm's process alone"));
            return null;
        }
    }

    public void Dispose() => _regions.Dispose();
}
