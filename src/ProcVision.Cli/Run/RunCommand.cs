using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>The command line of <c>procvision run</c> (conformance 446).</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var target = new Argument<string>("project")
        {
            Description = Words.Of(
                "项目目录 (会先编译)、含 manifest.json 和可执行文件的目录、可执行文件、procvision package 的 .zip，或 Python 包的目录",
                "A project folder (it is built), a folder with manifest.json and an executable, the executable, a .zip of procvision package, or the folder of a Python package."),
        };
        var pid = new Option<string>("--pid") { Description = Words.Of("产品型号，清单 supported_pids 中的一个", "The product, one of the manifest's supported_pids."), Required = true };
        var image = new Option<string[]>("--image")
        {
            Description = Words.Of("JPEG 或 PNG 文件、含图片的目录，或加引号的通配符 (\"parts/*.png\")；可以多次给出", "A JPEG or PNG file, a folder of them, or a pattern in quotes (\"parts/*.png\"); may be given several times."),
            Required = true,
        };
        var repeat = new Option<int>("--repeat")
        {
            Description = Words.Of("全部图片检测几遍；结果前后不一致的图片会列出", "Inspect all pictures so many times; one whose verdict changes is named."),
            DefaultValueFactory = static _ => 1,
            CustomParser = static result => Number(result, 1, 100_000),
        };
        var manifest = new Option<string?>("--manifest") { Description = Words.Of("有多个 manifest.json 时指定一个", "Which manifest.json, when there are several.") };
        var step = new Option<int?>("--step")
        {
            Description = Words.Of("只运行这一步；默认在一个会话中运行全部步骤", "Run only this step; without it all steps run in one session."),
            CustomParser = AtLeastOne,
        };
        var parameters = new Option<string?>("--params") { Description = Words.Of("任意步骤的参数，JSON 对象或 @文件", "Parameters of any step as a JSON object, or @file.") };
        var json = JsonOption.Create();
        var report = new Option<string?>("--report")
        {
            Description = Words.Of("同时写成一个 HTML 文件，含图片和找到的一切；已有的文件会被替换", "Also write everything as one HTML file, with the pictures and what was found on them; an existing file is replaced."),
        };
        var timeout = new Option<int?>("--timeout-ms")
        {
            Description = Words.Of("每次调用的时限 (毫秒)，默认预执行 10000、执行 30000", "How long each call may take, in milliseconds. Default: pre_execute 10000, execute 30000."),
            CustomParser = AtLeastOne,
        };

        var retries = new Option<int>("--retries")
        {
            Description = Words.Of(
                "可恢复的失败重试几次，会话如调用前一样 (产线上为 2)；默认 0，显示第一次失败",
                "Call again up to so many times what may pass, with the session as it was, as a line does (2 there). Default: 0, the first failure is shown."),
            CustomParser = UpToTen,
        };
        var tail = new Option<bool>("--tail-logs") { Description = Words.Of("算法写到 stderr 的内容随时显示，而不是最后", "Show what the algorithm writes to stderr as it comes, and not at the end.") };
        var compare = new Option<string?>("--compare")
        {
            Description = Words.Of("与另一个包比较：结果不同的图片，以及每一步的时间；没有差别退出码为 0", "Compare with another package: the pictures whose results differ, and the times of each step. Exit code 0 when none differs."),
        };
        var watch = new Option<bool>("--watch") { Description = Words.Of("项目或图片改变后重新编译、重新检测，直到 Ctrl-C", "Build and inspect again after every change of the project or the pictures, until Ctrl-C.") };
        var python = new Option<string?>("--python")
        {
            Description = Words.Of("Python 包的解释器，默认取 __procvision_env、_env 或 venv 中的", "The interpreter of a Python package. Default: that of its __procvision_env, _env or venv."),
        };

        var command = new Command("run", Words.Of(
            "用算法检测图片。退出码: 0 OK 或 NG，1 有 ERROR，2 输入有误或报告无法写入，130 被中断。",
            "Inspect pictures with an algorithm. Exit codes: 0 OK or NG, 1 an ERROR, 2 bad input, or no report could be written, 130 interrupted."))
        {
            target, pid, image, repeat, manifest, step, parameters, json, report, timeout, retries, tail, compare, watch, python,
        };
        command.AddExamples(
            "procvision run . --pid p001 --image tray.jpg --report tray.html",
            "procvision run . --pid p001 --image photos/ --repeat 3 --json",
            "procvision run . --pid p001 --image photos/ --compare dist/glass-scratch-1.0.0.zip",
            "procvision run . --pid p001 --image tray.jpg --watch",
            "procvision run dist/glass-scratch-1.0.0.zip --pid p001 --image \"photos/*.png\" --params '{\"threshold\":0.8}'");
        command.SetAction((parsed, cancellation) => RunAsync(
            new()
            {
                Target = parsed.GetRequiredValue(target),
                Pid = parsed.GetRequiredValue(pid),
                Images = parsed.GetRequiredValue(image),
                Repeat = parsed.GetValue(repeat),
                TailLogs = parsed.GetValue(tail),
                Compare = parsed.GetValue(compare),
                Watch = parsed.GetValue(watch),
                Manifest = parsed.GetValue(manifest),
                Step = parsed.GetValue(step),
                Parameters = parsed.GetValue(parameters),
                Json = parsed.GetValue(json),
                Report = parsed.GetValue(report),
                Retries = parsed.GetValue(retries),
                Python = parsed.GetValue(python),
                Limit = parsed.GetValue(timeout) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null,
            }, cancellation));
        return command;
    }

    private static Task<int> RunAsync(RunRequest request, CancellationToken cancellation) =>
        request.Watch ? new WatchRun(request, OnceAsync).RunAsync(cancellation) : OnceAsync(request, cancellation);

    /// <summary>One picture is told in full; of several only what differs.</summary>
    private static Task<int> OnceAsync(RunRequest request, CancellationToken cancellation) =>
        request.Compare is not null ? new CompareRun(request).RunAsync(cancellation)
        : request is { Images: [var only], Repeat: 1 } && !Directory.Exists(only) && !SeriesImages.IsPattern(only)
            ? new InspectionRun(request).RunAsync(cancellation)
            : new SeriesRun(request).RunAsync(cancellation);

    /// <summary>The parser's own message for a text that is no number names a type of C#.</summary>
    private static int Number(ArgumentResult result, int least, int most)
    {
        string text = result.Tokens[0].Value, option = ((OptionResult)result.Parent!).Option.Name;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value))
            result.AddError(Words.Of($"{option} 必须是整数 ({least} 到 {most})，实际是 '{text}'", $"{option} must be a whole number ({least} to {most}), and is '{text}'"));
        else if (value < least)
            result.AddError(Words.Of($"{option} 必须大于等于 {least}，实际是 {value}", $"{option} must be at least {least}, and is {value}"));
        else if (value > most)
            result.AddError(Words.Of($"{option} 必须小于等于 {most}，实际是 {value}", $"{option} must be at most {most}, and is {value}"));
        return value;
    }

    private static int? AtLeastOne(ArgumentResult result) => Number(result, 1, int.MaxValue);

    private static int UpToTen(ArgumentResult result) => Number(result, 0, 10);
}
