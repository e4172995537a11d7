namespace ProcVision.Runner;

/// <summary>
/// Somebody else's log, called on the threads that read an algorithm's pipes: what it throws must end neither the thread, and with it the program, nor
/// the call that the line was about.
/// </summary>
internal static class SafeLog
{
    public static Action<string> Of(Action<string>? log)
    {
        if (log is null)
            return static _ => { };
        return line =>
        {
            try
            {
                log(line);
            }
            catch (Exception)
            {
                // There is nowhere left to tell it.
            }
        };
    }
}
