using System.Text.RegularExpressions;

namespace ProcVision.EndToEnd.Tests.Platform;

/// <summary>The directory that the platform calls shared memory (conformance 234–237, 249, 251, 522, 524).</summary>
internal sealed partial class PlatformSharedMemory(IReadOnlyDictionary<string, string?> environment)
{
    /// <summary>Of the cases of 524 the two that a test sets.</summary>
    internal string Folder => environment.TryGetValue("PROC_SHM_DIR", out var named) && named is not null
        ? named
        : Path.Combine(environment["TMPDIR"]!, "procvision_dev_shm");

    /// <summary>Writes a picture, gives its id to what needs it, and deletes it whatever comes of that.</summary>
    internal T With<T>(byte[] encoded, string role, Func<string, T> use)
    {
        var id = $"shm-{Guid.NewGuid()}-{role}";
        Directory.CreateDirectory(Folder);
        Delete(id);
        File.WriteAllBytes(NameOf(id) + ".bin", encoded);
        try
        {
            return use(id);
        }
        finally
        {
            Delete(id);
        }
    }

    private void Delete(string id)
    {
        File.Delete(NameOf(id) + ".bin");
        File.Delete(NameOf(id) + ".npy");
    }

    private string NameOf(string id) => Path.Combine(Folder, Unsafe().Replace(id, "_"));

    [GeneratedRegex("[^a-zA-Z0-9._-]")]
    private static partial Regex Unsafe();
}
