namespace ProcVision.Hosting;

/// <summary>
/// Sees that the host is gone whatever the other threads are at: while Setup runs behind a frame that came early, or where a child of a killed
/// host still holds the writing end of standard input, so that no end of input ever comes. Sleeps in the kernel until then.
/// </summary>
/// <remarks>
/// It is the reader of standard output that must live: a host that has written all its frames and closed its end still waits for answers.
/// On Windows a pipe tells its writer nothing before the next write; there a host that is gone is seen by end of input or by that write.
/// </remarks>
internal sealed class HostWatch(ProtocolChannel channel, OrderedEnd end)
{
    internal void Start() => new Thread(Run) { IsBackground = true, Name = "procvision host" }.Start();

    private void Run()
    {
        if (channel.WaitUntilHostIsGone())
        {
            end.Request(EndCause.HostIsGone);
        }
    }
}
