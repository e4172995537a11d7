namespace ProcVision.Cli.Tests;

/// <summary>What a hand slips into, and what the tool says then: what happened, a code for scripts, and what to do.</summary>
public sealed class WrongInvocationTests
{
    [Theory]
    [InlineData("rnu .", "PVT01", "是否想写 'run'?", "did you mean 'run'?")]
    [InlineData("run . --image a.png", "PVT01", "procvision run --help 有说明和示例", "procvision run --help has the options and examples")]
    [InlineData("run . --pid p --image a.png --step two", "PVT01", "--step 必须是整数", "--step must be a whole number")]
    [InlineData("run FOLDER --pid p003 --image PICTURE", "1001", "支持的产品: p001, p002", "Supported: p001, p002")]
    [InlineData("run FOLDER --pid p001 --image no.png", "PVT02", "图片文件不存在: no.png", "There is no picture no.png")]
    [InlineData("run nowhere --pid p001 --image PICTURE", "PVT02", "请给出项目目录", "Give a project folder")]
    [InlineData("run EMPTY --pid p001 --image PICTURE", "PVT02", "请给出含 manifest.json 的项目目录", "Give a project folder or a published folder with a manifest.json")]
    [InlineData("init x --pids a,a -d EMPTY/x", "PVT03", "Remove one of the two", "Remove one of the two")]
    [InlineData("init stand-in --pids p -d FOLDER", "PVT06", "--force", "--force")]
    [InlineData("validate nowhere", "PVT02", "请给出项目目录", "Give a project folder")]
    [InlineData("package FOLDER", "PVT02", "procvision init 可以新建一个", "procvision init makes a new one")]
    [InlineData("bench FOLDER --image PICTURE --baseline no.json", "PVT02", "请先用 --save 生成", "Make one with --save first")]
    [InlineData("run FOLDER --pid p001 --image PICTURE --report a.pdf", "PVT01", ".html", ".html")]
    [InlineData("run FOLDER --pid p001 --image PICTURE --params @no.json", "PVT02", "--params 的文件无法读取: no.json", "The file of --params cannot be read: no.json")]
    [InlineData("run FOLDER --pid p001 --image PICTURE --params @EMPTY", "PVT05", "--params 的文件无法读取", "The file of --params cannot be read")]
    [InlineData("session nosuch", "PVT02", "用 procvision session 查看所有区域", "procvision session shows all regions")]
    [InlineData("session PICTURE", "PVT02", "不是会话区域", "No session region")]
    [InlineData("completion zsh", "PVT01", "'bash'", "'bash'")]
    public async Task It_is_told_with_a_code_and_a_cure_in_both_languages_and_nothing_is_done(string words, string code, string chinese, string english)
    {
        using var folder = new PublishedStandIn();
        var empty = Directory.CreateTempSubdirectory("procvision-empty-");
        try
        {
            foreach (var (language, cure) in new[] { ("zh", chinese), ("en", english) })
            {
                string[] arguments =
                [
                    .. words.Split(' ').Select(word => word.Replace("FOLDER", folder.Folder, StringComparison.Ordinal)
                        .Replace("PICTURE", folder.Picture, StringComparison.Ordinal).Replace("EMPTY", empty.FullName, StringComparison.Ordinal)),
                ];
                var run = await ToolRun.OfAsync([.. arguments, "--lang", language]);
                Assert.Equal(2, run.ExitCode);
                Assert.Empty(run.Out);
                Assert.Contains($"[{code}]", run.Error, StringComparison.Ordinal);
                Assert.Contains(cure, run.Error, StringComparison.Ordinal);
            }

            Assert.Empty(folder.Recorded);
            Assert.Empty(empty.EnumerateFileSystemInfos());
        }
        finally
        {
            empty.Delete(recursive: true);
        }
    }
}
