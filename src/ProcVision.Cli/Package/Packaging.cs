using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ProcVision.Manifests;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>One <c>procvision package</c>: refuse what can be refused at once, publish for each machine, write.</summary>
internal sealed class Packaging(PackageRequest request)
{
    /// <summary>A failure begins as the platform's (conformance 464).</summary>
    public Task<int> RunAsync(CancellationToken cancellation) =>
        CommandEnd.OfAsync(request.Json, () => PackageAsync(cancellation), cancellation, Words.Of("打包失败: ", "no package: "));

    private async Task<int> PackageAsync(CancellationToken cancellation)
    {
        string work = Directory.CreateTempSubdirectory("procvision-package-").FullName;
        try
        {
            await MakeAsync(work, cancellation).ConfigureAwait(false);
            return ExitCode.Success;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private async Task MakeAsync(string work, CancellationToken cancellation)
    {
        string project = ProjectFile.Find(request.Project);
        using var key = request.Key is { } file ? ReadKey(file) : null;
        NativeFolder[] machines = [.. request.Rids.Distinct().Select(static rid => new NativeFolder(rid))];
        foreach (var machine in machines)
            ForeignToolchain.Check(machine.Rid);
        var manifest = ManifestOf(Path.GetDirectoryName(project)!);
        var name = new PackageName(manifest.Model.Name, manifest.Model.Version);
        string target = Target(name, machines);

        var published = new List<(NativeFolder Machine, string Folder)>();
        foreach (var machine in machines)
        {
            ToolStreams.Note(Words.Of($"正在发布 {name} ({machine.Rid})", $"publishing {name} ({machine.Rid})"));
            string folder = Path.Combine(work, machine.Rid);
            await NativePublish.RunAsync(project, machine.Rid, folder, cancellation).ConfigureAwait(false);
            published.Add((machine, folder));
        }

        cancellation.ThrowIfCancellationRequested();
        if (request.AsDirectory)
            WriteDirectory(target, published[0], manifest, ResolvedParts.Of(project));
        else
            WriteZip(target, published, manifest, name, ResolvedParts.Of(project), key);
    }

    /// <summary>The project's manifest, without an error: the compiler would say the same, later.</summary>
    private ManifestFile ManifestOf(string folder)
    {
        string[] paths = ManifestSearch.Paths(folder, request.Manifest);
        if (paths.Length == 0)
            throw new BadInputException(Words.Of($"未找到 manifest.json: {folder}", $"No manifest.json in {folder}"), ToolCode.NotFound);
        if (paths.Length > 1)
            throw new BadInputException(Words.Of("有多个 manifest.json，请用 --manifest 指定一个: ", "There are several manifest.json; name one with --manifest: ") + string.Join(", ", paths), ToolCode.Ambiguous);
        var checks = new CheckList(strict: false);
        ManifestChecks.Run(checks, paths[0]);
        string[] wrong =
        [
            .. checks.All.Where(static check => check.Result == CheckResult.Fail || check.Message.Contains(ManifestRules.PlaceholderPid.Id, StringComparison.Ordinal))
                .Select(static check => check.Message),
        ];
        return wrong.Length == 0
            ? ManifestFile.Read(paths[0])
            : throw new BadInputException(Words.Of("清单有误，请先改正:", "The manifest has to be corrected first:") + Environment.NewLine + string.Join(Environment.NewLine, wrong), ToolCode.Manifest);
    }

    /// <summary>Where it goes, known to be free before minutes are spent.</summary>
    private string Target(PackageName name, NativeFolder[] machines)
    {
        if (request.AsDirectory)
        {
            if (machines.Length != 1)
                throw new BadInputException(Words.Of("--dir 只能用于一种机器，请只给出一个 --rid", "--dir is for one machine; give one --rid"));
            if (request.ForPlatform || request.Key is not null)
                throw new BadInputException(Words.Of("--dir 不能与 --for 或 --sign 同时使用：目录中没有 wheels 也没有签名", "--dir goes with neither --for nor --sign: the folder has no wheels and no signature"));
            string deployed = Path.GetFullPath(request.Output ?? ".");
            Free(Path.Combine(deployed, name.ToString()));
            return deployed;
        }

        string file = $"{name}.zip";
        string path = Path.GetFullPath(request.Output is not { } output ? file : Directory.Exists(output) || output.EndsWith('/') || output.EndsWith('\\') ? Path.Combine(output, file) : output);
        if (Path.GetFileName(path) != file)
        {
            throw new BadInputException(Words.Of(
                $"包必须名为 {file}，因为平台从文件名读取名称和版本: {request.Output}", $"The package must be called {file}, because the platform reads name and version from it: {request.Output}"));
        }

        Free(path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    private void Free(string path)
    {
        if (Path.Exists(path) && !request.Force)
            throw new BadInputException(Words.Of($"已存在，不会覆盖: {path}。请提高版本号，或用 --force 替换", $"It is there already, and is not replaced: {path}. Raise the version, or give --force"), ToolCode.Exists);
    }

    private void WriteZip(
        string target, IReadOnlyList<(NativeFolder Machine, string Folder)> published, ManifestFile manifest, PackageName name, IReadOnlyList<SbomPart> parts, ECDsa? key)
    {
        var files = PackageContents.Of(published, manifest, parts, name, request.ForPlatform, Created, ToolStreams.Note);
        PackageWriter.Write(target, files, key);
        string hash;
        using (var zip = File.OpenRead(target))
            hash = HashList.HashOf(zip);
        Tell(target, new FileInfo(target).Length, [.. files.Select(static file => file.Path)], hash);
    }

    /// <summary>
    /// The new one is complete before the older one goes, and both wait where the platform does not look: what a killed run leaves is never taken for a package.
    /// </summary>
    private void WriteDirectory(string deployed, (NativeFolder Machine, string Folder) published, ManifestFile manifest, IReadOnlyList<SbomPart> parts)
    {
        string name = new PackageName(manifest.Model.Name, manifest.Model.Version).ToString(), place = Path.Combine(deployed, name);
        string workshop = Path.Combine(deployed, $".unfinished-{Guid.NewGuid():N}");
        try
        {
            string written = new PlatformDirectory(PackageContents.ManifestIn(published.Folder), PackageContents.Executable(published.Folder, manifest))
            {
                Libraries = [.. PackageContents.LibrariesWithNotices(published.Folder, published.Machine, parts)],
            }.WriteTo(Path.Combine(workshop, "new"));
            if (Directory.Exists(place))
                Directory.Move(place, Path.Combine(workshop, "former"));
            Directory.Move(written, place);
        }
        finally
        {
            if (Directory.Exists(workshop))
                Directory.Delete(workshop, recursive: true);
        }

        string[] files = [.. Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(place, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];
        Tell(place, Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories).Sum(static file => new FileInfo(file).Length), files, null);
    }

    /// <summary>Conformance 464.</summary>
    private void Tell(string path, long bytes, IReadOnlyList<string> files, string? hash)
    {
        if (!request.Json)
        {
            var text = new StringBuilder();
            text.Append(Ink.Good(Words.Of("打包成功", "Packaged"))).Append($": {path} ({Shown.Bytes(bytes)})\n");
            foreach (string file in files)
                text.Append("  ").Append(TerminalText.Of(file)).Append('\n');
            if (hash is not null)
                text.Append("SHA-256: ").Append(hash).Append('\n');
            ToolStreams.Write(text.ToString());
            return;
        }

        ToolStreams.WriteJson(json =>
        {
            json.WriteStartObject();
            json.WriteString("package", path);
            json.WriteNumber("bytes", bytes);
            if (hash is not null)
                json.WriteString("sha256", hash);
            json.WriteStartArray("rids");
            foreach (string rid in request.Rids)
                json.WriteStringValue(rid);
            json.WriteEndArray();
            json.WriteStartArray("files");
            foreach (string file in files)
                json.WriteStringValue(file);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    /// <summary>What reproducible builds agree on; without it the first time a zip can say.</summary>
    private static DateTimeOffset Created =>
        long.TryParse(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH"), NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds < 253402300800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static ECDsa ReadKey(string file)
    {
        if (!File.Exists(file))
            throw new BadInputException(Words.Of($"--sign 的密钥文件不存在: {file}", $"There is no key {file} (--sign)"), ToolCode.NotFound);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) != 0)
            throw new BadInputException(Words.Of($"其他用户可以读取私钥 {file}，请先运行 chmod 600 {file}", $"Others may read the private key {file}; run chmod 600 {file} first"), ToolCode.Access);
        return PackageSignature.ReadKey(File.ReadAllText(file));
    }
}
