using System.Text;
using ProcVision.Manifests;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>One <c>procvision init</c>: everything is known to be possible before the first file is written.</summary>
internal sealed class NewProject(InitRequest request)
{
    public Task<int> RunAsync(CancellationToken cancellation) => CommandEnd.OfAsync(request.Json, () => Task.FromResult(Make()), cancellation);

    private int Make()
    {
        // A script whose variable is not set; any other name gives a project.
        if (string.IsNullOrWhiteSpace(request.Name))
            throw new BadInputException(Words.Of("算法名称为空。示例: procvision init glass-scratch", "The name is empty. Example: procvision init glass-scratch"));
        var names = ProjectNames.Of(request.Name);
        string folder = Path.GetFullPath(request.Folder ?? FolderName(names));
        var files = new ProjectFiles(names, request, folder).All();
        CheckManifest(files[ProjectFiles.Manifest]);
        CheckPlaces(folder, files.Keys);
        foreach (var (path, content) in files)
            Write(Path.Combine(folder, path), content);
        Tell(names, folder, files.Keys);
        return ExitCode.Success;
    }

    /// <summary>The name itself where every system allows it as a folder's.</summary>
    private string FolderName(ProjectNames names)
    {
        const string NotEverywhere = "<>:\"/\\|?*";
        bool isPlain = request.Name.Trim(' ', '.') == request.Name && request.Name.Length is > 0 and <= 100 && !request.Name.StartsWith('-')
            && !request.Name.Any(static letter => char.IsControl(letter) || NotEverywhere.Contains(letter));
        return isPlain ? request.Name : names.Algorithm;
    }

    /// <summary>The rules of the compiler say what is wrong with a version or a pid, before there is anything to compile.</summary>
    private static void CheckManifest(byte[] manifest)
    {
        string[] errors =
        [
            .. ManifestReader.Read(Encoding.UTF8.GetString(manifest)).Problems
                .Where(static problem => problem.Rule.Severity == ManifestSeverity.Error)
                .Select(static problem => $"{problem.Rule.Id} {problem.Message}"),
        ];
        if (errors.Length > 0)
        {
            string list = string.Concat(errors.Select(static error => $"{Environment.NewLine}  {error}"));
            throw new BadInputException(Words.Of($"这样的清单无法使用:{list}", $"Such a manifest could not be used:{list}"), ToolCode.Manifest);
        }
    }

    private void CheckPlaces(string folder, IEnumerable<string> paths)
    {
        if (File.Exists(folder))
            throw new BadInputException(Words.Of($"--directory 是一个文件: {folder}", $"--directory is a file: {folder}"), ToolCode.Exists);
        string[] there = [.. paths.Where(path => Path.Exists(Path.Combine(folder, path)))];
        if (there.Length > 0 && !request.Force)
        {
            const int Shown = 4;
            string names = string.Join(", ", there.Take(Shown)) + (there.Length > Shown ? " …" : "");
            throw new BadInputException(Words.Of(
                $"{folder} 中已有 {names}，什么都没有写入。请换一个目录 (-d)，或用 --force 覆盖它们",
                $"{folder} already has {names}, and nothing was written. Give another directory (-d), or --force to replace them"), ToolCode.Exists);
        }
    }

    /// <summary>As one word of a command line.</summary>
    private static string Word(string path) => path.Contains(' ') ? $"\"{path}\"" : path;

    private static void Write(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    /// <summary>Conformance 471: where it is, and what to do next.</summary>
    private void Tell(ProjectNames names, string folder, IEnumerable<string> paths)
    {
        if (request.Json)
        {
            ToolStreams.WriteJson(json =>
            {
                json.WriteStartObject();
                json.WriteString("project", folder);
                json.WriteString("name", names.Algorithm);
                json.WriteString("class", $"{names.Namespace}.{names.Class}");
                json.WriteStartArray("files");
                foreach (string path in paths)
                    json.WriteStringValue(path);
                json.WriteEndArray();
                json.WriteEndObject();
            });
            return;
        }

        string here = Word(Path.GetRelativePath(Environment.CurrentDirectory, folder));
        string pid = request.Pids is null ? ProjectFiles.Placeholder : ProjectFiles.PidsOf(request.Pids)[0];
        var text = new StringBuilder();
        text.Append(Ink.Good(Words.Of("初始化成功", "Created"))).Append(": ").Append(folder).Append('\n');
        if (names.Algorithm != request.Name)
            text.Append(Words.Of($"清单中的名称: {names.Algorithm} (由 '{request.Name}' 得到: 小写字母、数字、-、_)\n", $"Name in the manifest: {names.Algorithm} (made from '{request.Name}': small letters, digits, -, _)\n"));
        if (request.Pids is null)
            text.Append(Words.Of($"请把 manifest.json 中的占位符 {ProjectFiles.Placeholder} 换成产品型号\n", $"Put a product in the place of {ProjectFiles.Placeholder} in manifest.json\n"));
        text.Append(Words.Of("下一步:", "Next:")).Append('\n')
            .Append($"  procvision run {here} --pid {pid} --image {Word(Path.Combine(Path.GetRelativePath(Environment.CurrentDirectory, folder), "images", "sample.png"))}\n")
            .Append($"  procvision validate {here}\n")
            .Append($"  cd {here} && dotnet test --project tests\n");
        ToolStreams.Write(text.ToString());
    }
}
