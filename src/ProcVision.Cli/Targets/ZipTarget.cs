using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>A package in the place of a folder: unpacked for as long as it is needed.</summary>
internal static class ZipTarget
{
    /// <param name="path">What the user gave.</param>
    /// <returns>Null when it is no zip.</returns>
    /// <exception cref="BadInputException">It is one that cannot be unpacked, or run.</exception>
    public static UnpackedPackage? Open(string path)
    {
        if (!path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) || !File.Exists(path))
            return null;
        try
        {
            using var archive = PackageArchive.Open(path);
            if (archive.Manifest is not null && !archive.IsNative)
            {
                throw new BadInputException(Words.Of(
                    $"{path} 是 Python 包，其中没有解释器。请先安装，再给出安装后的目录", $"{path} is a Python package, without an interpreter in it. Install it, and give the installed folder"), ToolCode.Package);
            }

            return HashList.Problems(archive) is { Count: > 0 } problems
                ? throw new BadInputException($"[2001] {path}: {string.Join("; ", problems)}", ToolCode.Package)
                : UnpackedPackage.Of(archive);
        }
        catch (PackageException e)
        {
            throw new BadInputException(e.Message, ToolCode.Package);
        }
    }
}
