using System.CommandLine;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>The command line of <c>procvision validate</c> (conformance 417, C54).</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var target = new Argument<string?>("project")
        {
            Description = Words.Of("项目目录、发布目录、可执行文件、Python 包的目录，或 .zip；默认当前目录", "A project folder, a published folder, an executable, the folder of a Python package, or a .zip. Default: this folder."),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var project = new Option<string?>("--project") { Description = Words.Of("同 project 参数", "The same as the argument."), Hidden = true };
        var manifest = new Option<string?>("--manifest") { Description = Words.Of("有多个 manifest.json 时指定一个", "Which manifest.json, when there are several.") };
        var zip = new Option<string?>("--zip") { Description = Words.Of("要打开并检查的包", "A package to open and check.") };
        var full = new Option<bool>("--full")
        {
            Description = Words.Of("更多: 第二张 (有内容的) 图像，边角的矩形，协议级检查", "More: a second picture that is not black, rectangles at the corners, and the checks of the protocol."),
        };
        var image = new Option<string?>("--image") { Description = Words.Of("用这张 JPEG 或 PNG 代替黑色图像试运行", "A JPEG or PNG file to try with, in place of a black picture.") };
        var json = JsonOption.Create();
        var strict = new Option<bool>("--strict") { Description = Words.Of("警告也算失败", "A warning is a failure.") };
        var tail = new Option<bool>("--tail-logs") { Description = Words.Of("同时显示算法写到 stderr 的内容", "Show what the algorithm writes to stderr as it comes.") };
        var python = new Option<string?>("--python") { Description = Words.Of("Python 包的解释器", "The interpreter of a Python package.") };
        var command = new Command("validate", Words.Of(
            "交付前的全部检查: 清单、编译、启动、每个产品的每个步骤试运行。退出码: 0 通过，1 未通过，2 输入有误。",
            "Every check before an algorithm is delivered: manifest, build, start, each step tried for each product. Exit codes: 0 passed, 1 failed, 2 bad input."))
        {
            target, project, manifest, zip, full, image, json, strict, tail, python,
        };
        command.AddExamples("procvision validate .", "procvision validate dist/glass-scratch-1.0.0.zip --strict --json", "procvision validate samples/AlgorithmExample --full --image tray.jpg");
        command.SetAction((parsed, cancellation) => new Validation(new()
        {
            Target = parsed.GetValue(zip) ?? parsed.GetValue(target) ?? parsed.GetValue(project) ?? ".",
            Manifest = parsed.GetValue(manifest),
            Full = parsed.GetValue(full),
            Image = parsed.GetValue(image),
            Json = parsed.GetValue(json),
            Strict = parsed.GetValue(strict),
            TailLogs = parsed.GetValue(tail),
            Python = parsed.GetValue(python),
        }).RunAsync(cancellation));
        return command;
    }
}
