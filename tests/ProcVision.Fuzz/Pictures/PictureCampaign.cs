using System.Text;

namespace ProcVision.Fuzz.Pictures;

/// <summary>
/// Damaged pictures on the platform's way: a file in a directory, opened as a call opens it and used as a step uses it. Each gives a picture
/// of the size that its header promised, every byte of it defined, or is refused with a reason. Anything else is a finding.
/// </summary>
internal abstract class PictureCampaign : Campaign
{
    private const string Id = "dev-shm:fuzz";

    // The slowest input takes some milliseconds; a machine may be busy, a hang has no end.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private long _input;
    private long _pictures;
    private long _refusals;
    private string? _problem;

    /// <summary>Whether the file is an array; otherwise an encoded picture.</summary>
    private protected virtual bool IsArray => false;

    /// <summary>The decoders that every file must pass.</summary>
    private protected virtual IReadOnlyList<TwiceDecoder?> Decoders => [null];

    internal override string? Run(long count, ulong seed)
    {
        (_input, _pictures, _refusals, _problem) = (0, 0, 0, null);
        Prepare(new Random((int)seed));
        var thread = new Thread(() => RunAll(count, seed)) { IsBackground = true };
        thread.Start();
        for (var seen = -1L; !thread.Join(Patience); seen = Volatile.Read(ref _input))
        {
            if (seen == Volatile.Read(ref _input))
            {
                return Describe(seed, seen, "hangs");
            }
        }

        var largest = Decoders.Max(decoder => decoder?.Largest ?? 0);
        Console.WriteLine($"{Name}: seed {seed}, {_input} files, {_pictures} pictures, {_refusals} refusals by {Decoders.Count} decoders, largest buffer {largest} bytes");
        return _problem;
    }

    /// <summary>Makes the decoders and what the inputs of a run begin with: not before, because a coverage-guided run must not touch them.</summary>
    private protected abstract void Prepare(Random random);

    /// <summary>Makes one input.</summary>
    private protected abstract byte[] Make(Random random);

    private static Random RandomOf(ulong seed, long input) => new(HashCode32(seed, input));

    /// <summary>The same in every process, unlike <see cref="HashCode"/>.</summary>
    private static int HashCode32(ulong seed, long input)
    {
        var mixed = (seed + (ulong)input) * 0x9E3779B97F4A7C15;
        return (int)(mixed >> 32);
    }

    private void RunAll(long count, ulong seed)
    {
        var memory = OperatingSystem.IsLinux() && Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();
        var directory = new SharedMemoryDirectory(Path.Combine(memory, $"procvision-fuzz-{Guid.NewGuid():n}"));
        directory.Create();
        try
        {
            ImageDirectory[] sources = [.. Decoders.Select(decoder => new ImageDirectory(directory, decoder))];
            var path = IsArray ? directory.ArrayPath(Id) : directory.EncodedPath(Id);
            for (; _input < count && _problem is null; Volatile.Write(ref _input, _input + 1))
            {
                File.WriteAllBytes(path, Make(RandomOf(seed, _input)));
                foreach (var source in sources)
                {
                    _problem ??= Try(source) is { } problem ? Describe(seed, _input, problem) : null;
                }
            }
        }
        finally
        {
            Directory.Delete(directory.Path, recursive: true);
        }
    }

    private string? Try(ImageDirectory source)
    {
        try
        {
            var frame = source.Open(Encoding.UTF8.GetBytes(Id), default, out var reason);
            if (frame is null)
            {
                _refusals++;
                return reason.Length > 0 ? null : "refused without a reason";
            }

            try
            {
                var length = frame.Pixels.Length;
                _pictures++;
                return length == frame.Height * frame.Stride && length > 0 ? null : $"{length} bytes for {frame.Width}x{frame.Height}";
            }
            catch (ImageException exception)
            {
                _refusals++;
                return exception.Message.Length > 0 ? null : "refused without a reason";
            }
            finally
            {
                frame.Release();
            }
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }

    private string Describe(ulong seed, long input, string problem) =>
        $"{Name}: seed {seed}, input {input}: {problem}\n{Convert.ToBase64String(Make(RandomOf(seed, input)))}";
}
