using System.CommandLine;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary><c>procvision completion</c>: the few lines by which a shell asks the tool itself what could come next, so that they never grow old.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _procvision() {
          local IFS=$'\n'
          COMPREPLY=($(compgen -W "$(procvision "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null | sort -u)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _procvision procvision

        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName procvision -ScriptBlock {
          param($word, $line, $position)
          procvision "[suggest:$position]" "$line" | Sort-Object -Unique | Where-Object { $_ -like "$word*" } |
            ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }

        """;

    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = Words.Of("bash 或 powershell", "bash or powershell") };
        shell.AcceptOnlyFromAmong("bash", "powershell");
        var command = new Command("completion", Words.Of("输出命令补全脚本。", "Print the script that completes the words of this tool in a shell.")) { shell };
        command.AddExamples(
            "source <(procvision completion bash)",
            "procvision completion bash >> ~/.bashrc",
            "procvision completion powershell | Out-String | Invoke-Expression");
        command.SetAction(parsed => ToolStreams.Write((parsed.GetRequiredValue(shell) == "bash" ? Bash : PowerShell).ReplaceLineEndings("\n")));
        return command;
    }
}
