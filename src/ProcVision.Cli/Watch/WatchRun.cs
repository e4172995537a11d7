using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>
/// A <c>procvision run --watch</c>: run, wait for a change, run again, until Ctrl-C. What does not build is shown, and watching goes on. The exit code is that of
/// the last run that came to its end.
/// </summary>
internal sealed class WatchRun(RunRequest request, Func<RunRequest, CancellationToken, Task<int>> once)
{
    public Task<int> RunAsync(CancellationToken cancellation) => CommandEnd.OfAsync(request.Json, () => WatchAsync(cancellation), cancellation);

    private async Task<int> WatchAsync(CancellationToken cancellation)
    {
        if (!Path.Exists(request.Target))
            return await once(request, cancellation).ConfigureAwait(false);
        using var changes = ChangedFiles.Of([Path.GetFullPath(request.Target), .. request.Images.Select(FolderOf)], request.Report);
        int code = ExitCode.Success;
        while (true)
        {
            int ended = await once(request, cancellation).ConfigureAwait(false);
            if (cancellation.IsCancellationRequested)
                return code;
            code = ended;
            ToolStreams.Error.WriteLine(Ink.Faint(Words.Of("等待修改 (Ctrl-C 结束)", "waiting for a change (Ctrl-C ends)")));
            try
            {
                string changed = await changes.NextAsync(cancellation).ConfigureAwait(false);
                ToolStreams.Error.WriteLine(Ink.Faint(Words.Of($"已修改: {TerminalText.Of(changed)}", $"changed: {TerminalText.Of(changed)}")));
            }
            catch (OperationCanceledException)
            {
                return code;
            }
        }
    }

    /// <summary>A picture or a pattern is watched by its folder.</summary>
    private static string FolderOf(string image)
    {
        string path = Path.GetFullPath(image.Replace("**/", "", StringComparison.Ordinal));
        return Directory.Exists(path) ? path : Path.GetDirectoryName(path)!;
    }
}
