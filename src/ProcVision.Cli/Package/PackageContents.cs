using System.Text;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>Which published file goes where in a package.</summary>
internal static class PackageContents
{
    private const string ManifestName = "manifest.json";

    public static List<PackageFile> Of(
        IReadOnlyList<(NativeFolder Machine, string Folder)> published,
        ManifestFile manifest,
        IReadOnlyList<SbomPart> parts,
        PackageName name,
        bool forPlatform,
        DateTimeOffset created,
        Action<string> note)
    {
        string first = published[0].Folder;
        var files = new List<PackageFile> { PackageFile.Of(ManifestName, ManifestIn(first)) };
        foreach (string asset in PackageAssets.Of(first, manifest.Model))
            files.Add(PackageFile.Of(asset.Replace('\\', '/'), Path.Combine(first, asset)));
        var all = new List<SbomPart>(parts);
        bool decodes = Decodes(parts);
        foreach (var (machine, folder) in published)
        {
            files.Add(PackageFile.Of(machine.Executable(manifest.Model.Name), Executable(folder, manifest), isExecutable: true));
            foreach (string library in Libraries(folder, machine, decodes))
                files.Add(PackageFile.Of(machine.Library(library), library));
            if (decodes && TurboJpeg.Library(machine.Rid) is null)
                note(Words.Of($"{machine.Rid}: 没有 {TurboJpeg.FileName}，JPEG 由 StbImageSharp 解码 (较慢)，除非工作站装有它", $"{machine.Rid}: without {TurboJpeg.FileName}; StbImageSharp decodes JPEG (slower) unless the station has it"));
            else if (decodes && TurboJpeg.License is { } license && files.All(static file => file.Path != "licenses/libturbojpeg.txt"))
                files.Add(PackageFile.Of("licenses/libturbojpeg.txt", license));
        }

        if (files.Any(static file => Path.GetFileName(file.Path) == TurboJpeg.FileName))
            all.Add(new("libturbojpeg", "", "IJG AND BSD-3-Clause AND Zlib", null));
        if (forPlatform)
            AddPlatform(files, published, manifest, parts);
        files.Add(PackageFile.Of(Sbom.FileName, Sbom.Make(name, all, created)));
        return files;
    }

    /// <summary>The published program.</summary>
    /// <exception cref="BadInputException">It is none that runs alone: the project has turned native publishing off.</exception>
    public static string Executable(string folder, ManifestFile manifest)
    {
        string executable = PublishedExecutable.Find(folder, manifest);
        return !File.Exists(Path.ChangeExtension(executable, ".dll")) && !File.Exists(executable + ".dll")
            ? executable
            : throw new BadInputException(Words.Of(
                "项目没有发布成原生程序，请在其中写 <PublishAot Condition=\"'$(_IsPublishing)' == 'true'\">true</PublishAot>",
                "The project was not published natively; write <PublishAot Condition=\"'$(_IsPublishing)' == 'true'\">true</PublishAot> in it"), ToolCode.Build);
    }

    /// <summary>The one of the published folder: beside the executable, not of a project that it references.</summary>
    public static string ManifestIn(string folder) => Path.Combine(folder, ManifestName);

    /// <summary>What must lie beside the executable: what was published with it, and libturbojpeg.</summary>
    public static IEnumerable<string> Libraries(string folder, NativeFolder machine, bool withDecoder)
    {
        var published = Directory.EnumerateFiles(folder)
            .Where(static file => Path.GetExtension(file) is ".so" or ".dll" or ".dylib" || Path.GetFileName(file).Contains(".so.", StringComparison.Ordinal));
        string? turbo = withDecoder ? TurboJpeg.Library(machine.Rid) : null;
        return turbo is null || File.Exists(Path.Combine(folder, TurboJpeg.FileName)) ? published : published.Append(turbo);
    }

    /// <summary>The same for a folder that has no place for licences: the notice lies beside its library.</summary>
    public static IEnumerable<string> LibrariesWithNotices(string folder, NativeFolder machine, IReadOnlyList<SbomPart> parts)
    {
        string[] libraries = [.. Libraries(folder, machine, Decodes(parts))];
        if (!libraries.Any(static library => Path.GetFileName(library) == TurboJpeg.FileName) || TurboJpeg.License is not { } license)
            return libraries;
        string notice = Path.Combine(folder, "libturbojpeg.license.txt");
        File.WriteAllBytes(notice, license);
        return libraries.Append(notice);
    }

    private static bool Decodes(IReadOnlyList<SbomPart> parts) => parts.Any(static part => part.Name == "ProcVision.Imaging");

    /// <summary>
    /// Routes A and B of docs/drop-in.md (conformance 526–531): a wheel that starts the executable, and for each Linux one that puts it in python's place.
    /// </summary>
    private static void AddPlatform(
        List<PackageFile> files, IReadOnlyList<(NativeFolder Machine, string Folder)> published, ManifestFile manifest, IReadOnlyList<SbomPart> parts)
    {
        using var launcher = new MemoryStream();
        LauncherWheel.Write(launcher);
        files.Add(PackageFile.Of($"wheels/{LauncherWheel.FileName}", launcher.ToArray()));
        var requirements = new StringBuilder(LauncherWheel.Requirement).Append('\n');
        foreach (var (machine, folder) in published.Where(static one => NativeWheel.IsFor(one.Machine)))
        {
            var wheel = new NativeWheel(machine);
            using var content = new MemoryStream();
            wheel.Write(content, Executable(folder, manifest), LibrariesWithNotices(folder, machine, parts));
            files.Add(PackageFile.Of($"wheels/{wheel.FileName}", content.ToArray()));
            requirements.Append(wheel.Requirement).Append('\n');
        }

        files.Add(PackageFile.Of("requirements.txt", Encoding.UTF8.GetBytes(requirements.ToString())));
    }
}
