using System.Diagnostics;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>One line on a terminal that says how far a series is; elsewhere nothing, a log has no use for it.</summary>
internal sealed class SeriesProgress(int planned)
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    private readonly bool _isShown = !Console.IsErrorRedirected;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _last = TimeSpan.MinValue;
    private int _width;

    public void Show(int done)
    {
        if (!_isShown || _clock.Elapsed - Between < _last)
            return;
        _last = _clock.Elapsed;
        string line = Text(done, planned, _clock.Elapsed);
        int width = TerminalText.Width(line);
        ToolStreams.Error.Write($"\r{line}{new string(' ', Math.Max(0, _width - width))}");
        _width = width;
    }

    /// <summary>Takes the line away, before something else is written.</summary>
    public void Clear()
    {
        if (_isShown && _width > 0)
            ToolStreams.Error.Write($"\r{new string(' ', _width)}\r");
        _width = 0;
    }

    internal static string Text(int done, int planned, TimeSpan elapsed)
    {
        double rate = done / Math.Max(elapsed.TotalSeconds, 0.001);
        var left = done == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Ceiling((planned - done) / rate));
        string percent = (100L * done / planned).ToString(System.Globalization.CultureInfo.InvariantCulture);
        string speed = rate.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
        return Words.Of($"{done}/{planned} ({percent}%) {speed} 张/秒，剩余 {left:mm\\:ss}", $"{done}/{planned} ({percent}%) {speed} pictures/s, {left:mm\\:ss} left");
    }
}
