using System.CommandLine;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>The command line of <c>procvision init</c> (conformance 466).</summary>
internal static class InitCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name")
        {
            Description = Words.Of("算法的名称；清单名称和代码中的名称由它得到", "The algorithm's name; that in the manifest and those in the code are made from it."),
        };
        var directory = new Option<string?>("--directory", "-d")
        {
            Description = Words.Of("新项目自己的目录，默认 ./<name>", "The new project's own folder. Default: ./<name>."),
        };
        var pids = new Option<string?>("--pids")
        {
            Description = Words.Of("支持的产品型号，用逗号分隔；没有时写入占位符 PID_TO_FILL", "The products it inspects, with commas between; without it the placeholder PID_TO_FILL is written."),
        };
        var version = new Option<string>("--algorithm-version", "-v")
        {
            Description = Words.Of("算法的版本", "The algorithm's version."),
            DefaultValueFactory = static _ => "1.0.0",
        };
        var description = new Option<string?>("--description", "-e")
        {
            Description = Words.Of("算法的描述，默认 “<name> 算法包”", "What it does. Default: \"<name> algorithm\"."),
        };
        var force = new Option<bool>("--force")
        {
            Description = Words.Of("覆盖已有的同名文件；没有它什么都不会被覆盖", "Replace files of the same names; without it nothing is ever replaced."),
        };
        var json = JsonOption.Create();
        var command = new Command("init", Words.Of(
            "新建算法项目：清单、一个能通过校验的算法、单元测试。退出码: 0 已创建，2 输入有误。",
            "Make a new algorithm project: manifest, an algorithm that passes validation, unit tests. Exit codes: 0 made, 2 bad input."))
        {
            name, directory, pids, version, description, force, json,
        };
        command.AddExamples("procvision init glass-scratch --pids p001,p002", "procvision init 划痕检测 -d scratch --pids p001 -e 检查玻璃划痕");
        command.SetAction((parsed, cancellation) => new NewProject(new()
        {
            Name = parsed.GetRequiredValue(name),
            Folder = parsed.GetValue(directory),
            Pids = parsed.GetValue(pids),
            Version = parsed.GetRequiredValue(version),
            Description = parsed.GetValue(description),
            Force = parsed.GetValue(force),
            Json = parsed.GetValue(json),
        }).RunAsync(cancellation));
        return command;
    }
}
