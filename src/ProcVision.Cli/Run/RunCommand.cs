using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace ProcVision.Cli;

/// <summary>The command line of <c>procvision run</c> (conformance 446).</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var target = new Argument<string>("project")
        {
            Description = "A project folder (it is built), a folder with manifest.json and an executable, the executable, or the folder of a Python package.",
        };
        var pid = new Option<string>("--pid") { Description = "The product, one of the manifest's supported_pids.", Required = true };
        var image = new Option<string>("--image") { Description = "A JPEG or PNG file.", Required = true };
        var manifest = new Option<string?>("--manifest") { Description = "Which manifest.json, when there are several." };
        var step = new Option<int?>("--step")
        {
            Description = "Run only this step; without it all steps run in one session.",
            CustomParser = AtLeastOne,
        };
        var parameters = new Option<string?>("--params") { Description = "Parameters of any step as a JSON object, or @file." };
        var json = new Option<bool>("--json") { Description = "Write the result to stdout as JSON; everything else goes to stderr." };
        var report = new Option<string?>("--report")
        {
            Description = "Also write the inspection as one HTML file, with the picture and everything found on it; an existing file is replaced.",
        };
        var timeout = new Option<int?>("--timeout-ms")
        {
            Description = "How long each call may take, in milliseconds. Default: pre_execute 10000, execute 30000.",
            CustomParser = AtLeastOne,
        };

        var retries = new Option<int>("--retries")
        {
            Description = "Call again up to so many times what may pass, with the session as it was, as a line does (2 there). Default: 0, the first failure is shown.",
            CustomParser = UpToTen,
        };
        var python = new Option<string?>("--python")
        {
            Description = "The interpreter of a Python package. Default: that of its __procvision_env, _env or venv.",
        };

        var command = new Command("run", "Run an algorithm on a picture. Exit codes: 0 OK or NG, 1 ERROR, 2 bad input, or no report could be written.")
        {
            target, pid, image, manifest, step, parameters, json, report, timeout, retries, python,
        };
        command.SetAction((parsed, cancellation) => new InspectionRun(new()
        {
            Target = parsed.GetRequiredValue(target),
            Pid = parsed.GetRequiredValue(pid),
            Image = parsed.GetRequiredValue(image),
            Manifest = parsed.GetValue(manifest),
            Step = parsed.GetValue(step),
            Parameters = parsed.GetValue(parameters),
            Json = parsed.GetValue(json),
            Report = parsed.GetValue(report),
            Retries = parsed.GetValue(retries),
            Python = parsed.GetValue(python),
            Limit = parsed.GetValue(timeout) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null,
        }).RunAsync(cancellation));
        return command;
    }

    /// <summary>The parser's own message for a text that is no number names a type of C#.</summary>
    private static int Number(ArgumentResult result, int least, int most)
    {
        string text = result.Tokens[0].Value, option = ((OptionResult)result.Parent!).Option.Name;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value))
            result.AddError($"{option} 必须是整数 ({least} 到 {most})，实际是 '{text}'");
        else if (value < least)
            result.AddError($"{option} 必须大于等于 {least}，实际是 {value}");
        else if (value > most)
            result.AddError($"{option} 必须小于等于 {most}，实际是 {value}");
        return value;
    }

    private static int? AtLeastOne(ArgumentResult result) => Number(result, 1, int.MaxValue);

    private static int UpToTen(ArgumentResult result) => Number(result, 0, 10);
}
