namespace ProcVision.Cli.Tests;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("zh", "错误: 未识别命令或参数“'rnu'”. [PVT01]", "是否想写 'run'?")]
    [InlineData("en", "error: Unrecognized command or argument 'rnu'. [PVT01]", "did you mean 'run'?")]
    public async Task A_word_that_is_no_command_is_told_in_the_language_asked_for_with_what_was_probably_meant(string language, string said, string meant)
    {
        var run = await ToolRun.OfAsync("rnu", "--lang", language);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.Contains(meant, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Theory]
    [InlineData("en_US.UTF-8", "en")]
    [InlineData("de_DE@euro", "en")]
    [InlineData("zh_CN.UTF-8", "zh")]
    [InlineData("zh", "zh")]
    [InlineData("C.UTF-8", null)]
    [InlineData("POSIX", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_locale_names_a_language_or_none(string? locale, string? language) => Assert.Equal(language, UserLanguage.OfLocale(locale));

    [Theory]
    [InlineData("en", "run", "--lang", "en")]
    [InlineData("zh", "--lang=zh", "run")]
    [InlineData("en", "--lang:en")]
    [InlineData(null, "--lang", "fr")]
    [InlineData(null, "--lang")]
    [InlineData(null, "run")]
    public void The_command_line_may_ask_for_a_language(string? language, params string[] arguments) => Assert.Equal(language, UserLanguage.Asked(arguments));

    [Fact]
    public async Task The_systems_language_is_taken_and_lang_wins_over_it()
    {
        Assert.Contains("The author's tool", (await InAsync("en_US.UTF-8", "--help")).Out, StringComparison.Ordinal);
        Assert.Contains("算法作者的工具", (await InAsync("zh_CN.UTF-8", "--help")).Out, StringComparison.Ordinal);
        Assert.Contains("算法作者的工具", (await InAsync("C", "--help")).Out, StringComparison.Ordinal);
        Assert.Contains("算法作者的工具", (await InAsync("en_US.UTF-8", "--help", "--lang", "zh")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_language_is_refused_with_those_there_are()
    {
        var run = await ToolRun.OfAsync("--lang", "fr");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("zh", run.Error, StringComparison.Ordinal);
        Assert.Contains("fr", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run FOLDER --pid p001 --image PICTURE")]
    [InlineData("run FAILING --pid p001 --image PICTURE")]
    [InlineData("run FAILING --pid p001 --image PICTURE --repeat 2")]
    [InlineData("run FOLDER --pid p001 --image PICTURE --params [1]")]
    [InlineData("run FOLDER --pid p001 --image PICTURE --params {\"roi\":\"0,0,1,1\",\"x\":1}")]
    [InlineData("run FOLDER --pid p001 --image PICTURE --step 9")]
    [InlineData("run FOLDER --pid p001 --image FOLDER/manifest.json")]
    [InlineData("run FOLDER --pid p001 --image PICTURE --report no/such/report.html")]
    [InlineData("run FOLDER --pid p001 --image PICTURE --repeat 2")]
    [InlineData("validate FOLDER")]
    [InlineData("session")]
    [InlineData("session nosuch")]
    [InlineData("session --help")]
    [InlineData("package FOLDER")]
    public async Task In_English_nothing_the_tool_says_is_Chinese(string words)
    {
        using var folder = new PublishedStandIn("ng");
        using var failing = new PublishedStandIn("error");
        string[] arguments =
        [
            .. words.Split(' ').Select(word => word.Replace("FOLDER", folder.Folder, StringComparison.Ordinal)
                .Replace("FAILING", failing.Folder, StringComparison.Ordinal).Replace("PICTURE", folder.Picture, StringComparison.Ordinal)),
        ];
        var run = await ToolRun.OfAsync([.. arguments, "--lang", "en"]);
        AssertEnglish(run.Out + run.Error);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("7B", "neither JPEG nor PNG: it begins with 7B")]
    [InlineData("FFD8FF", "a JPEG that is damaged")]
    [InlineData("89504E470D0A1A0A", "a PNG that is damaged")]
    [InlineData("89504E470D0A1A0A0000000D494844520000001000000010080200000090916836", "a PNG that is damaged, cut off")]
    [InlineData("89504E470D0A1A0A0000000D49484452000027100000001008020000003F36F262", "its size 10000x16")]
    public async Task In_English_a_file_that_is_no_picture_is_told_in_English(string hex, string said)
    {
        using var folder = new PublishedStandIn();
        string picture = Path.Combine(folder.Folder, "no-picture.png");
        await File.WriteAllBytesAsync(picture, Convert.FromHexString(hex), TestContext.Current.CancellationToken);
        var run = await ToolRun.OfAsync("run", folder.Folder, "--pid", "p001", "--image", picture, "--lang", "en");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        AssertEnglish(run.Error);
    }

    [Theory]
    [InlineData("ng")]
    [InlineData("error")]
    public async Task In_English_the_report_of_a_picture_is_English(string behaviour)
    {
        using var folder = new PublishedStandIn(behaviour);
        string report = Path.Combine(folder.Folder, "report.html");
        await ToolRun.OfAsync("run", folder.Folder, "--pid", "p001", "--image", folder.Picture, "--report", report, "--lang", "en");
        string page = await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken);
        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        AssertEnglish(page);
    }

    /// <summary>What the stand-in and its manifest call things stays as they call it.</summary>
    private static void AssertEnglish(string text)
    {
        string said = "定位料盘 检测零件 光照检查通过 缺少零件 空位 零件 缺少1个 未找到料盘".Split(' ').Aggregate(text, static (text, name) => text.Replace(name, "", StringComparison.Ordinal));
        Assert.DoesNotMatch("[一-鿿]", said);
        Assert.NotEmpty(said);
    }

    private static async Task<ToolRun> InAsync(string locale, params string[] arguments)
    {
        using var tool = ToolRun.Start(new Dictionary<string, string> { ["LC_ALL"] = locale }, arguments);
        return await ToolRun.EndOfAsync(tool);
    }
}
