using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>The command line of <c>procvision bench</c>.</summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        var target = new Argument<string>("package") { Description = Words.Of("要测量的项目、发布目录、可执行文件、.zip 或 Python 包", "What is measured: a project, a published folder, an executable, a .zip or a Python package.") };
        var image = new Option<string>("--image") { Description = Words.Of("JPEG 或 PNG 文件", "A JPEG or PNG file."), Required = true };
        var pid = new Option<string?>("--pid") { Description = Words.Of("产品型号，默认清单中的第一个", "The product. Default: the first of the manifest.") };
        var parameters = new Option<string?>("--params") { Description = Words.Of("任意步骤的参数，JSON 对象或 @文件", "Parameters of any step as a JSON object, or @file.") };
        var count = new Option<int>("--count")
        {
            Description = Words.Of("预热后测量多少次检测", "How many detections are measured, after those that warm it up."),
            DefaultValueFactory = static _ => 200,
            CustomParser = static result => Whole(result, 10, 1_000_000),
        };
        var starts = new Option<int>("--starts")
        {
            Description = Words.Of("启动多少次", "How many times it is started."),
            DefaultValueFactory = static _ => 5,
            CustomParser = static result => Whole(result, 1, 1000),
        };
        var save = new Option<string?>("--save") { Description = Words.Of("把结果写成基线文件", "Write the figures as a baseline.") };
        var baseline = new Option<string?>("--baseline") { Description = Words.Of("与这个基线比较，超出容差则失败", "Compare with this baseline, and fail where the tolerance is passed.") };
        var tolerance = new Option<double>("--tolerance")
        {
            Description = Words.Of("允许比基线慢或大多少，0.25 即 25%", "How much slower or bigger than the baseline it may be; 0.25 is 25 %."),
            DefaultValueFactory = static _ => 0.25,
            CustomParser = Part,
        };
        var python = new Option<string?>("--python") { Description = Words.Of("Python 包的解释器", "The interpreter of a Python package.") };
        var json = JsonOption.Create();
        var command = new Command("bench", Words.Of(
            "测量启动、热调用、交图和内存。退出码: 0 完成，1 有 ERROR 或超出容差，2 输入有误。",
            "Measure start, warm calls, hand-over and memory. Exit codes: 0 measured, 1 an ERROR or beyond the tolerance, 2 bad input."))
        {
            target, image, pid, parameters, count, starts, save, baseline, tolerance, python, json,
        };
        command.AddExamples(
            "procvision bench . --image tray.jpg --save bench.json",
            "procvision bench dist/glass-scratch-1.0.0.zip --image tray.jpg --baseline bench.json --tolerance 0.1");
        command.SetAction((parsed, cancellation) => new BenchRun(new()
        {
            Target = parsed.GetRequiredValue(target),
            Image = parsed.GetRequiredValue(image),
            Pid = parsed.GetValue(pid),
            Parameters = parsed.GetValue(parameters),
            Count = parsed.GetValue(count),
            Starts = parsed.GetValue(starts),
            Save = parsed.GetValue(save),
            Baseline = parsed.GetValue(baseline),
            Tolerance = parsed.GetValue(tolerance),
            Python = parsed.GetValue(python),
            Json = parsed.GetValue(json),
        }).RunAsync(cancellation));
        return command;
    }

    private static int Whole(ArgumentResult result, int least, int most)
    {
        string text = result.Tokens[0].Value, option = ((OptionResult)result.Parent!).Option.Name;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) || value < least || value > most)
            result.AddError(Words.Of($"{option} 必须是整数 ({least} 到 {most})，实际是 '{text}'", $"{option} must be a whole number ({least} to {most}), and is '{text}'"));
        return value;
    }

    private static double Part(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || value is not (>= 0 and <= 100))
            result.AddError(Words.Of($"--tolerance 必须是 0 到 100 的数，例如 0.25，实际是 '{text}'", $"--tolerance must be a number from 0 to 100, for example 0.25, and is '{text}'"));
        return value;
    }
}
