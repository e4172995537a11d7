using System.Threading.Channels;

namespace ProcVision.Cli;

/// <summary>Changes of the files that an author edits; what a build or this tool writes is none.</summary>
internal sealed class ChangedFiles : IDisposable
{
    /// <summary>An editor writes a file in several steps, and a checkout many files.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    private readonly Channel<string> _changed = Channel.CreateUnbounded<string>();
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly string? _report;

    private ChangedFiles(string? report) => _report = report is null ? null : Path.GetFullPath(report);

    /// <param name="paths">Files and folders, from the root; folders with all below.</param>
    /// <param name="report">What a run itself writes; null for nothing.</param>
    public static ChangedFiles Of(IEnumerable<string> paths, string? report)
    {
        var files = new ChangedFiles(report);
        var folders = paths.Select(static path => Directory.Exists(path) ? path : Path.GetDirectoryName(path)!).Where(Directory.Exists).Distinct(StringComparer.Ordinal).ToArray();
        // One that lies in another is watched already.
        foreach (string folder in folders.Where(folder => !folders.Any(other => other != folder && folder.StartsWith(other + Path.DirectorySeparatorChar, StringComparison.Ordinal))))
            files.Watch(folder);
        return files;
    }

    /// <summary>The next change, when it has been quiet for a moment.</summary>
    public async Task<string> NextAsync(CancellationToken cancellation)
    {
        string changed = await _changed.Reader.ReadAsync(cancellation).ConfigureAwait(false);
        do
        {
            await Task.Delay(Quiet, cancellation).ConfigureAwait(false);
        }
        while (Drain());
        return changed;
    }

    public void Dispose()
    {
        foreach (var watcher in _watchers)
            watcher.Dispose();
    }

    private void Watch(string folder)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size,
            InternalBufferSize = 64 * 1024,
        };
        watcher.Changed += (_, change) => Add(folder, change.FullPath);
        watcher.Created += (_, change) => Add(folder, change.FullPath);
        watcher.Deleted += (_, change) => Add(folder, change.FullPath);
        watcher.Renamed += (_, change) => Add(folder, change.FullPath);
        // More changes at once than it can tell: something has changed.
        watcher.Error += (_, _) => _changed.Writer.TryWrite(folder);
        watcher.EnableRaisingEvents = true;
        _watchers.Add(watcher);
    }

    private void Add(string folder, string path)
    {
        string[] parts = Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar);
        if (path != _report && !parts.Any(static part => part is "bin" or "obj" or "TestResults" || part.StartsWith('.')))
            _changed.Writer.TryWrite(path);
    }

    private bool Drain()
    {
        bool any = false;
        while (_changed.Reader.TryRead(out _))
            any = true;
        return any;
    }
}
