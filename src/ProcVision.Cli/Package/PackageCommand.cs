using System.CommandLine;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>The command line of <c>procvision package</c>.</summary>
internal static class PackageCommand
{
    private const string ForPlatform = "python-platform";

    public static Command Create()
    {
        var project = new Argument<string>("project")
        {
            Description = Words.Of("项目目录或 .csproj，默认当前目录", "A project folder or a .csproj. Default: this folder."),
            DefaultValueFactory = static _ => ".",
        };
        var output = new Option<string?>("--output", "-o")
        {
            Description = Words.Of("<name>-<version>.zip 或它的目录，默认当前目录；配合 --dir 时是平台的 deployed 目录", "<name>-<version>.zip, or the folder for it. Default: this folder. With --dir the platform's folder deployed."),
        };
        var rids = new Option<string?>("--rid")
        {
            Description = Words.Of($"目标机器，用逗号分隔，默认本机 ({NativeFolder.OfThisMachine})", $"For which machines, with commas between. Default: this one ({NativeFolder.OfThisMachine})."),
        };
        var target = new Option<string?>("--for")
        {
            Description = Words.Of("python-platform: 同时包含现有平台安装所需的 wheels/ 和 requirements.txt", "python-platform: also with wheels/ and requirements.txt, which today's platform needs to install it."),
        };
        target.AcceptOnlyFromAmong(ForPlatform);
        var manifest = new Option<string?>("--manifest") { Description = Words.Of("有多个 manifest.json 时指定一个", "Which manifest.json, when there are several.") };
        var directory = new Option<bool>("--dir") { Description = Words.Of("不打 zip，写成平台启动时登记的目录 (_env)", "No zip, but the folder that the platform registers at its start (_env).") };
        var sign = new Option<string?>("--sign") { Description = Words.Of("用这个 PEM 私钥 (ECDSA P-256) 签名", "Sign with this private key (PEM, ECDSA P-256).") };
        var force = new Option<bool>("--force") { Description = Words.Of("替换已有的包", "Replace a package that is there.") };
        var json = JsonOption.Create();
        var command = new Command("package", Words.Of(
            "发布成原生程序并打成可交付的包；相同的输入得到相同的字节。退出码: 0 已打包，2 无法打包。",
            "Publish natively and make the package that is delivered; the same input gives the same bytes. Exit codes: 0 made, 2 cannot be made."))
        {
            project, output, rids, target, manifest, directory, sign, force, json,
        };
        command.AddExamples(
            "procvision package . -o dist/",
            "procvision package samples/AlgorithmExample --for python-platform",
            "procvision package . --rid linux-x64,linux-arm64 --sign station.key.pem --force");
        command.SetAction((parsed, cancellation) => new Packaging(new()
        {
            Project = parsed.GetRequiredValue(project),
            Output = parsed.GetValue(output),
            Rids = parsed.GetValue(rids)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [NativeFolder.OfThisMachine],
            ForPlatform = parsed.GetValue(target) is not null,
            Manifest = parsed.GetValue(manifest),
            AsDirectory = parsed.GetValue(directory),
            Key = parsed.GetValue(sign),
            Force = parsed.GetValue(force),
            Json = parsed.GetValue(json),
        }).RunAsync(cancellation));
        return command;
    }
}
