using System.Diagnostics;

namespace ProcVision.Cli.Tests;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("procvision val", "validate")]
    [InlineData("procvision package . --for py", "python-platform")]
    [InlineData("procvision run . --rep", "--repeat --report")]
    [InlineData("procvision completion po", "powershell")]
    public async Task Bash_completes_words_with_what_the_tool_knows(string line, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "bash is not a shell of Windows");
        // As readline calls the function: the words of the line, and where the cursor stands.
        string script = $"""
            PATH="{Path.GetDirectoryName(ToolRun.Path)}:$PATH"
            source <(procvision completion bash)
            COMP_LINE='{line}' COMP_POINT={line.Length}
            COMP_WORDS=($COMP_LINE) COMP_CWORD=$((${'{'}#COMP_WORDS[@]{'}'} - 1))
            _procvision
            echo "${'{'}COMPREPLY[*]{'}'}"
            """;
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var run = await ToolRun.EndOfAsync(bash);
        Assert.Equal((0, expected), (run.ExitCode, run.Out.Trim()));
    }

    [Fact]
    public async Task PowerShell_gets_a_script_that_asks_the_tool() =>
        Assert.Contains("Register-ArgumentCompleter -Native -CommandName procvision", (await ToolRun.OfAsync("completion", "powershell")).Out, StringComparison.Ordinal);

    [Fact]
    public async Task Every_command_has_help_with_examples_in_both_languages()
    {
        foreach (string command in "init validate run bench package completion".Split(' '))
        {
            var chinese = await ToolRun.OfAsync(command, "--help", "--lang", "zh");
            var english = await ToolRun.OfAsync(command, "--help", "--lang", "en");
            Assert.Equal((0, 0), (chinese.ExitCode, english.ExitCode));
            Assert.Contains("示例:", chinese.Out, StringComparison.Ordinal);
            Assert.Contains($"Examples:", english.Out, StringComparison.Ordinal);
            Assert.Contains($"  procvision {command}", english.Out.Replace("<(", "  ", StringComparison.Ordinal), StringComparison.Ordinal);
            // Names of files and algorithms may be Chinese in any language; sentences may not.
            Assert.DoesNotContain(english.Out[..english.Out.IndexOf("Examples:", StringComparison.Ordinal)], static letter => letter is >= '一' and <= '鿿');
        }
    }
}
