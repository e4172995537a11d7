using System.IO.MemoryMappedFiles;
using ProcVision.Soak.Roles;

namespace ProcVision.Soak.Ledger;

/// <summary>
/// Memory that writer, readers and conductor share beside the region: what the writer is about to write, and what it has written. What a killed
/// process had stored there stays, so it says what must be in the region.
/// </summary>
internal sealed unsafe class ProgressPage : IDisposable
{
    private const int HeaderLongs = 64;
    private const int LongsPerKey = 4;

    private readonly string _path;
    private readonly bool _isOwner;
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly long* _longs;

    private ProgressPage(string path, int keys, bool create)
    {
        _path = path;
        _isOwner = create;
        var size = sizeof(long) * (HeaderLongs + (LongsPerKey * (long)keys));
        using (var stream = new FileStream(path, create ? FileMode.CreateNew : FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete))
        {
            if (create)
            {
                stream.SetLength(size);
            }

            _file = MemoryMappedFile.CreateFromFile(stream, null, size, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false);
            _view = _file.CreateViewAccessor(0, size);
        }

        byte* start = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        _longs = (long*)start;
    }

    internal string Path => _path;

    /// <summary>Of the experiment; decides every value.</summary>
    internal ulong Seed
    {
        get => (ulong)_longs[0];
        set => _longs[0] = (long)value;
    }

    /// <summary>Odd while the conductor empties the region for another detection.</summary>
    internal long Epoch
    {
        get => Volatile.Read(ref _longs[1]);
        set => Interlocked.Exchange(ref _longs[1], value);
    }

    /// <summary>Set when the readers are to end.</summary>
    internal bool IsOver
    {
        get => Volatile.Read(ref _longs[2]) != 0;
        set => Volatile.Write(ref _longs[2], value ? 1 : 0);
    }

    /// <summary>Values the writers have begun to write, over all keys.</summary>
    internal long Begun => Volatile.Read(ref _longs[3]);

    /// <summary>What the writer is doing.</summary>
    internal Stage Stage
    {
        get => (Stage)Volatile.Read(ref _longs[4]);
        set => Interlocked.Exchange(ref _longs[4], (long)value);
    }

    /// <summary>Of the region, for the writer that attaches next.</summary>
    internal uint Generation
    {
        get => (uint)Volatile.Read(ref _longs[5]);
        set => Volatile.Write(ref _longs[5], value);
    }

    internal static ProgressPage Create(int keys)
    {
        var folder = Directory.Exists("/dev/shm") ? "/dev/shm" : System.IO.Path.GetTempPath();
        return new(System.IO.Path.Combine(folder, $"procvision-soak-{Environment.ProcessId}-{Guid.NewGuid():N}"), keys, create: true);
    }

    internal static ProgressPage Open(string path, int keys) => new(path, keys, create: false);

    /// <summary>The writer is about to write this edition: from now on the region may have it.</summary>
    internal void AboutToWrite(int key, long number)
    {
        _longs[3]++;
        Interlocked.Exchange(ref *About(key), number);
    }

    /// <summary>The edition is written: the region must have it.</summary>
    internal void Wrote(int key, long number) => Volatile.Write(ref *Written(key), number);

    internal long LastAbout(int key) => Volatile.Read(ref *About(key));

    internal long LastWritten(int key) => Volatile.Read(ref *Written(key));

    /// <summary>The edition that stands for the empty region of a new detection; 0 in the first.</summary>
    internal long LastCleared(int key) => Volatile.Read(ref *Cleared(key));

    /// <summary>The region has been emptied: that counts as an edition of every key, the one after the last that may be written.</summary>
    internal void Clear(int key)
    {
        var number = LastAbout(key) + 1;
        Volatile.Write(ref *Cleared(key), number);
        Volatile.Write(ref *Written(key), number);
        Volatile.Write(ref *About(key), number);
    }

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
        if (_isOwner)
        {
            File.Delete(_path);
        }
    }

    private long* About(int key) => _longs + HeaderLongs + (LongsPerKey * (long)key);

    private long* Written(int key) => About(key) + 1;

    private long* Cleared(int key) => About(key) + 2;
}
