using System.Text;

namespace ProcVision;

/// <summary>
/// The directory through which the platform hands over pictures (conformance 235, 524): <c>PROC_SHM_DIR</c>, else
/// <c>procvision_dev_shm</c> in the temporary directory that Python's <c>tempfile</c> would choose. Both sides must find the same one
/// without talking about it.
/// </summary>
internal sealed class SharedMemoryDirectory
{
    internal const string Variable = "PROC_SHM_DIR";

    internal SharedMemoryDirectory(string path) => Path = System.IO.Path.GetFullPath(path);

    /// <summary>Absolute; it need not exist.</summary>
    internal string Path { get; }

    /// <summary>The directory of this process; looks for a writable temporary directory only when the variable is not set.</summary>
    internal static SharedMemoryDirectory OfThisProcess() => From(Environment.GetEnvironmentVariable);

    internal static SharedMemoryDirectory From(Func<string, string?> environment) =>
        environment(Variable) is { Length: > 0 } given
            ? new(given)
            : new(System.IO.Path.Combine(PythonTempDirectory.Find(environment), "procvision_dev_shm"));

    /// <summary>Makes the directory if it is not there: the writer's part (conformance 235).</summary>
    internal void Create() => _ = Directory.CreateDirectory(Path);

    /// <summary>Where the picture of an id lies as a JPEG or PNG file.</summary>
    /// <exception cref="ArgumentException">The id is too short or too long (conformance 217).</exception>
    internal string EncodedPath(string id) => System.IO.Path.Combine(Path, NameOf(id) + ".bin");

    /// <summary>Where the picture of an id lies as a numpy array.</summary>
    /// <exception cref="ArgumentException">The id is too short or too long (conformance 217).</exception>
    internal string ArrayPath(string id) => System.IO.Path.Combine(Path, NameOf(id) + ".npy");

    /// <summary>Puts a JPEG or PNG file there under an id, in place of whatever the id had (conformance 249). A reader never sees half of it.</summary>
    internal void WriteEncoded(string id, ReadOnlySpan<byte> file) => Put(EncodedPath(id), file, [], ArrayPath(id));

    /// <summary>Puts pixels there as a numpy array (H,W) or (H,W,3), in place of whatever the id had.</summary>
    internal void WriteArray(string id, ImageBuffer image)
    {
        var bytes = image.Format.BytesPerPixel();
        if (image.Stride != image.Width * bytes)
        {
            throw new ArgumentException("An array has no gaps between its rows.", nameof(image));
        }

        var shape = bytes == 1 ? $"({image.Height}, {image.Width})" : $"({image.Height}, {image.Width}, {bytes})";
        var dictionary = $"{{'descr': '|u1', 'fortran_order': False, 'shape': {shape}, }}";

        // numpy pads with spaces and a line feed until the samples begin at a multiple of 64.
        var length = (((10 + dictionary.Length + 1) + 63) & ~63) - 10;
        byte[] head = [0x93, .. "NUMPY"u8, 1, 0, (byte)length, (byte)(length >> 8), .. Encoding.ASCII.GetBytes(dictionary.PadRight(length - 1) + '\n')];
        Put(ArrayPath(id), head, image.Pixels, EncodedPath(id));
    }

    /// <summary>Removes what an id has there; nothing happens when it has nothing.</summary>
    internal void Delete(string id)
    {
        if (Directory.Exists(Path))
        {
            File.Delete(EncodedPath(id));
            File.Delete(ArrayPath(id));
        }
    }

    private void Put(string path, ReadOnlySpan<byte> head, ReadOnlySpan<byte> body, string other)
    {
        Create();
        var unfinished = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            using (var handle = File.OpenHandle(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, FileOptions.None, head.Length + (long)body.Length))
            {
                RandomAccess.Write(handle, head, 0);
                RandomAccess.Write(handle, body, head.Length);
            }

            File.Move(unfinished, path, overwrite: true);
            File.Delete(other);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    private static string NameOf(string id)
    {
        Span<byte> name = stackalloc byte[PictureName.MaxLength];
        return PictureName.Write(Encoding.UTF8.GetBytes(id), name, out var length) is { } problem
            ? throw new ArgumentException(problem, nameof(id))
            : Encoding.ASCII.GetString(name[..length]);
    }
}
