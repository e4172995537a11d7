using System.Text;
using ProcVision.Manifests;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>What can be said of a package that is a zip (conformance 438, 526–530, C48, C54), and its content for the checks that follow.</summary>
internal static class ZipChecks
{
    /// <returns>The package, unpacked; null when there is nothing in it that could be looked at further, or run here.</returns>
    public static UnpackedPackage? Run(CheckList checks, string path)
    {
        try
        {
            using var archive = PackageArchive.Open(path);
            checks.Pass("zip_open", "opened");
            var problems = archive.Problems();
            checks.Add("zip_entries", Words.Of($"{archive.Names.Count} 个文件", $"{archive.Names.Count} files"), problems.Count == 0 ? null : string.Join('\n', problems));
            if (!checks.Add("zip_manifest", archive.Manifest ?? "", archive.Manifest is null ? Words.Of("包中没有 manifest.json", "no manifest.json in the package") : null) || problems.Count > 0)
                return null;
            Name(checks, archive);
            Platform(checks, archive);
            Hashes(checks, archive);
            var unpacked = UnpackedPackage.Of(archive);
            if (archive.IsNative)
                return unpacked;
            using (unpacked)
                ManifestChecks.Run(checks, Path.Combine(unpacked.Folder, "manifest.json"));
            checks.Warn("smoke_execute", Words.Of(
                "Python 包没有解释器，未试运行；请先安装，再校验安装后的目录", "a Python package has no interpreter in it and was not tried; install it, and validate the installed folder"));
            return null;
        }
        catch (PackageException e)
        {
            checks.Fail("zip_open", e.Message);
            return null;
        }
    }

    /// <summary>The platform believes the file's name, and we the manifest: both must say the same (conformance 526, C48).</summary>
    private static void Name(CheckList checks, PackageArchive archive)
    {
        var model = ManifestReader.Read(Encoding.UTF8.GetString(archive.Read(archive.Manifest!)!)).Model;
        if (model is null)
            return;
        string said = Path.GetFileNameWithoutExtension(archive.File);
        string[] accepted = [$"{model.Name}-{model.Version}", $"{model.Name}-v{model.Version}-offline"];
        checks.Add("zip_name", said, accepted.Contains(said) ? null : Words.Of(
            $"[2001] 文件名 {said} 与清单 {accepted[0]} 不符；请改名为 {accepted[0]}.zip", $"[2001] the file's name is {said}, and the manifest says {accepted[0]}; rename it to {accepted[0]}.zip"));
    }

    /// <summary>A package of this SDK may be without what only Python needs; as soon as it has one of the two, it is meant for the platform.</summary>
    private static void Platform(CheckList checks, PackageArchive archive)
    {
        bool hasWheels = archive.Names.Any(static name => name.StartsWith("wheels/", StringComparison.Ordinal) || name.Contains("/wheels/", StringComparison.Ordinal));
        bool hasRequirements = archive.Names.Contains(archive.Root + "requirements.txt");
        if (archive.IsNative && !hasWheels && !hasRequirements)
            return;
        checks.Add("zip_requirements", "requirements.txt", hasRequirements ? null : Words.Of("清单旁没有 requirements.txt，可以为空", "no requirements.txt beside the manifest; it may be empty"));
        checks.Add("zip_wheels", "wheels/", hasWheels ? null : Words.Of("没有 wheels/ 目录，其中至少要有一个文件", "no folder wheels/, which needs at least one file"));
    }

    private static void Hashes(CheckList checks, PackageArchive archive)
    {
        if (HashList.Problems(archive) is not { } problems)
            return;
        checks.Add("zip_hashes", HashList.FileName, problems.Count == 0 ? null : string.Join('\n', problems));
    }
}
