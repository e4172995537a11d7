using System.IO.MemoryMappedFiles;

namespace ProcVision.Sdk.Tests.Imaging;

/// <summary>A host that rewrites a file again and again on a thread of its own, in parts and with pauses of random length.</summary>
internal sealed class RewritingHost : IDisposable
{
    private readonly Rewriting _rewriting;
    private readonly string _path;
    private readonly IReadOnlyList<byte[]> _pictures;
    private readonly Random _random;
    private readonly int _longestPause;
    private readonly Thread _thread;
    private volatile bool _isOver;
    private long _written;

    internal RewritingHost(Rewriting rewriting, string path, IReadOnlyList<byte[]> pictures, Random random, int longestPause)
    {
        (_rewriting, _path, _pictures, _random, _longestPause) = (rewriting, path, pictures, random, longestPause);
        File.WriteAllBytes(path, pictures[0]);
        _thread = new(Run) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>Pictures written so far.</summary>
    internal long Written => Interlocked.Read(ref _written);

    public void Dispose()
    {
        _isOver = true;
        _thread.Join();
    }

    private void Run()
    {
        for (var i = 1; !_isOver; i++)
        {
            try
            {
                Write(_pictures[i % _pictures.Count]);
            }
            catch (Exception exception) when (OperatingSystem.IsWindows() && exception is IOException or UnauthorizedAccessException)
            {
                // It is being read, and writers are barred: the next picture then.
            }

            _ = Interlocked.Increment(ref _written);
            Thread.Sleep(_random.Next(_longestPause + 1)); // the pace of a camera, not a synchronisation
        }
    }

    private void Write(byte[] picture)
    {
        switch (_rewriting)
        {
            case Rewriting.Truncating:
                WriteParts(_path, FileMode.Create, picture);
                break;
            case Rewriting.Overwriting:
                WriteParts(_path, FileMode.Open, picture);
                break;
            case Rewriting.Mapping:
                using (var map = MemoryMappedFile.CreateFromFile(_path, FileMode.Open))
                using (var view = map.CreateViewAccessor())
                {
                    view.WriteArray(0, picture, 0, picture.Length);
                }

                break;
            case Rewriting.Recreating:
                File.Delete(_path);
                WriteParts(_path, FileMode.CreateNew, picture);
                break;
            default:
                WriteParts(_path + ".new", FileMode.Create, picture);
                File.Move(_path + ".new", _path, overwrite: true);
                break;
        }
    }

    private void WriteParts(string path, FileMode mode, byte[] picture)
    {
        using var file = new FileStream(path, mode, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        for (var at = 0; at < picture.Length;)
        {
            var part = Math.Min(_random.Next(1, (picture.Length / 8) + 2), picture.Length - at);
            file.Write(picture, at, part);
            at += part;
            _ = Thread.Yield();
        }
    }
}
