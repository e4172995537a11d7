using System.CommandLine;
using System.CommandLine.Help;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>The whole command line: every command, and what they have in common.</summary>
internal static class Tool
{
    public static RootCommand Create()
    {
        var language = new Option<string>(UserLanguage.Option)
        {
            Description = Words.Of("消息的语言：zh 或 en；默认取系统的语言", "The language of the messages, zh or en; by default that of the system."),
            Recursive = true,
            DefaultValueFactory = static _ => Words.InEnglish ? UserLanguage.English : UserLanguage.Chinese,
        };
        language.AcceptOnlyFromAmong(UserLanguage.Chinese, UserLanguage.English);
        var root = new RootCommand(Words.Of("ProcVision 算法作者的工具。", "The author's tool for ProcVision algorithms."))
        {
            InitCommand.Create(),
            ValidateCommand.Create(),
            RunCommand.Create(),
            BenchCommand.Create(),
            PackageCommand.Create(),
            SessionCommand.Create(),
            CompletionCommand.Create(),
        };
        root.Options.Add(language);
        root.SetAction(static parsed => new HelpAction().Invoke(parsed));
        return root;
    }
}
