namespace ProcVision.Runner;

/// <summary>
/// A process that signals are meant for. Ids come again, so a signal goes out only while the id still is the process's that was looked at
/// here. Windows knows no signals, and there the handle that a <see cref="System.Diagnostics.Process"/> holds keeps the id from being given away.
/// </summary>
internal readonly record struct ProcessIdentity
{
    /// <summary>Null: it was gone before it could be looked at.</summary>
    private readonly ProcessInstance? _instance;

    private ProcessIdentity(ProcessInstance? instance) => _instance = instance;

    /// <summary>Whether it is still there: another process of the same id is not it, nor is one that only waits to be reaped.</summary>
    public bool IsAlive => _instance is { IsAlive: true };

    /// <summary>The process that has this id now.</summary>
    public static ProcessIdentity Of(int pid)
    {
        var instance = ProcessInstance.Of(pid);
        // Where the system tells when processes started, one without a start is none.
        bool isGone = instance.StartTime == 0 && ProcessInstance.Current.StartTime != 0;
        return new(isGone ? null : instance);
    }

    /// <summary>Sends a signal to it, and to nobody else.</summary>
    public void Signal(int signal)
    {
        if (_instance is { IsAlive: true } process)
            UnixSignal.Send(process.Id, signal);
    }
}
