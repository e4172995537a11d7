namespace ProcVision.Cli.Tests;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("不支持的产品型号: p003", "--pid", "p003")]
    [InlineData("图片文件不存在: no.png", "--image", "no.png")]
    [InlineData("--params 必须是 JSON 字符串", "--params", "{threshold:1}")]
    [InlineData("--params 必须是 JSON 对象", "--params", "[1]")]
    [InlineData("--params 必须是 JSON 字符串", "--params", """{"threshold":0.6,"threshold":0.7}""")]
    [InlineData("--params 中有无效的 Unicode", "--params", """{"threshold":"\ud800"}""")]
    [InlineData("--params 的文件无法读取", "--params", "@no.json")]
    [InlineData("是否想写 'threshold'?", "--params", """{"treshold":0.8}""")]
    [InlineData("[1006]", "--params", """{"threshold":2}""")]
    [InlineData("没有步骤 3，可用的步骤: 1 定位料盘, 2 检测零件", "--step", "3")]
    [InlineData("--params @ 后缺少文件名", "--params", "@")]
    [InlineData("没有 PNG 或 JPEG 图片: .", "--image", ".")]
    [InlineData("--step 必须大于等于 1", "--step", "0")]
    [InlineData("--step 必须是整数 (1 到 2147483647)，实际是 'two'", "--step", "two")]
    [InlineData("--timeout-ms 必须是整数 (1 到 2147483647)，实际是 '99999999999'", "--timeout-ms", "99999999999")]
    [InlineData("--timeout-ms 必须大于等于 1", "--timeout-ms", "-5")]
    [InlineData("未找到 manifest.json: no.json", "--manifest", "no.json")]
    [InlineData("--nonsense", "--nonsense", "1")]
    [Conformance(450, 451)]
    public async Task It_is_exit_code_2_with_the_reason_and_nothing_is_started(string said, params string[] arguments)
    {
        using var folder = new PublishedStandIn();
        var run = await folder.RunAsync(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.Empty(folder.Recorded);
    }

    [Fact]
    public async Task A_missing_required_option_is_exit_code_2()
    {
        var run = await ToolRun.OfAsync("run", ".");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--pid", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Conformance(451)]
    public async Task A_folder_that_is_not_there_is_named()
    {
        using var folder = new PublishedStandIn();
        var run = await ToolRun.OfAsync("run", "/no/such/folder", "--pid", "p001", "--image", folder.Picture);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("错误: 项目目录不存在: /no/such/folder", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Conformance(548)]
    public async Task What_is_no_picture_is_1002_before_anything_is_started()
    {
        using var folder = new PublishedStandIn();
        var run = await folder.RunAsync("--json", "--image", folder.InFolder("manifest.json"));
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("1002", run.Json.GetProperty("error").GetProperty("error_code").GetString());
        Assert.Empty(folder.Recorded);
    }

    [Fact]
    [Conformance(451)]
    public async Task A_folder_without_manifest_is_exit_code_2()
    {
        using var folder = new PublishedStandIn();
        File.Delete(folder.InFolder("manifest.json"));
        var run = await folder.RunAsync();
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("错误: 未找到 manifest.json: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "PV0002")]
    [InlineData("""{"name":"a","version":"1.0.0","supported_pids":["p001"]}""", "entry_point")]
    [InlineData("""{"name":"a","version":"1.0.0","entry_point":"a:B","supported_pids":[]}""", "PV0020")]
    public async Task A_manifest_that_says_too_little_is_shown_with_place_and_rule(string manifest, string said)
    {
        using var folder = new PublishedStandIn();
        File.WriteAllText(folder.InFolder("manifest.json"), manifest);
        var run = await folder.RunAsync();
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("manifest.json(1,", run.Error, StringComparison.Ordinal);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_executable_says_what_to_do()
    {
        using var folder = new PublishedStandIn();
        File.Delete(folder.InFolder("stand-in"));
        var run = await folder.RunAsync();
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("没有可执行文件", run.Error, StringComparison.Ordinal);
        Assert.Contains("dotnet publish", run.Error, StringComparison.Ordinal);
    }
}
