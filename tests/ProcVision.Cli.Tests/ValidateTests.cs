using System.Text.Json;

namespace ProcVision.Cli.Tests;

/// <summary>What <c>procvision validate</c> finds, in the platform's names and with the platform's exit codes.</summary>
public sealed class ValidateTests
{
    [Fact]
    [Conformance(418, 420, 445)]
    public async Task A_good_algorithm_passes_every_check_for_each_product_and_each_limit()
    {
        using var folder = new PublishedStandIn();
        var run = await ValidateAsync(folder);
        Assert.Equal(0, run.ExitCode);
        var summary = run.Json.GetProperty("summary");
        Assert.Equal("PASS", summary.GetProperty("status").GetString());
        Assert.Equal(0, summary.GetProperty("failed").GetInt32());
        Assert.Equal(run.Json.GetProperty("checks").GetArrayLength(), summary.GetProperty("passed").GetInt32());
        string[] names = [.. Names(run)];
        Assert.Equal(names.Distinct(), names);
        foreach (string name in "manifest_load manifest_fields entry_import pre_execute_return_dict pre_status_valid pre_message_present execute_return_dict execute_status_valid execute_result_status_valid stdout_clean session_limit start_time".Split(' '))
            Assert.Contains(name, names);

        // Two products, each with the defaults, two limits of exposure and two of threshold, and two steps with two calls.
        Assert.Equal(2 * 5 * 2 * 2, folder.Calls.Count);
        Assert.Equal(["0.5", "0.9"], folder.Calls.Select(static call => call.GetProperty("user_params"))
            .Select(static sent => sent.TryGetProperty("threshold", out var value) ? value.GetRawText() : "").Where(static text => text.Length > 0).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("many-defects", "defect_rects_count_limit", "20")]
    [InlineData("die", "smoke_execute", "1005")]
    [InlineData("die-by-signal", "smoke_execute", "1005")]
    [InlineData("invalid-json", "smoke_execute", "p001")]
    [InlineData("text-on-stdout", "stdout_clean", "stdout")]
    [InlineData("no-status", "execute_status_valid", "ERROR")]
    [InlineData("status-ng", "execute_status_valid", "NG")]
    [InlineData("no-data", "execute_return_dict", "data")]
    [InlineData("no-verdict", "execute_result_status_valid", "OK")]
    [InlineData("ng-without-reason", "ng_reason_present", "ng_reason")]
    [InlineData("ng-without-defects", "defect_rects_type", "defect_rects")]
    [InlineData("pre-without-message", "pre_message_present", "message")]
    [InlineData("pre-with-verdict", "pre_no_verdict", "result_status")]
    [InlineData("array-frame", "smoke_execute", "p001")]
    [Conformance(430, 431, 432, 433, 434, 435, 436, 437)]
    public async Task What_an_algorithm_does_wrong_is_a_failed_check_with_the_call_it_happened_in(string behaviour, string check, string said)
    {
        using var folder = new PublishedStandIn(behaviour);
        var run = await ValidateAsync(folder);
        Assert.Equal(1, run.ExitCode);
        var found = Of(run, check);
        Assert.Equal("FAIL", found.GetProperty("result").GetString());
        Assert.Contains(said, found.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    [Conformance(428, 429)]
    public async Task An_NG_with_reason_and_rectangles_passes()
    {
        using var folder = new PublishedStandIn("ng");
        var run = await ValidateAsync(folder);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("PASS", Of(run, "pre_execute_return_dict").GetProperty("result").GetString());
        Assert.Equal("PASS", Of(run, "pre_status_valid").GetProperty("result").GetString());
        Assert.Equal("PASS", Of(run, "ng_reason_present").GetProperty("result").GetString());
        Assert.Equal("PASS", Of(run, "defect_rects_type").GetProperty("result").GetString());
    }

    [Fact]
    [Conformance(425, 426, 427, 445)]
    public async Task What_the_algorithm_says_of_itself_must_be_what_its_manifest_says()
    {
        using var folder = new PublishedStandIn("info");
        var run = await ValidateAsync(folder);
        Assert.Equal("PASS", Of(run, "get_info").GetProperty("result").GetString());
        Assert.Equal("PASS", Of(run, "step_schema").GetProperty("result").GetString());
        Assert.Equal("PASS", Of(run, "supported_pids_match").GetProperty("result").GetString());
        Assert.Equal("manifest=p001,p002 info=p001,p002", Of(run, "supported_pids_match").GetProperty("message").GetString());
        Assert.Equal("FAIL", Of(run, "name_version_match").GetProperty("result").GetString());
        Assert.Contains("manifest=stand-in info=Screw_Check", Of(run, "name_version_match").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    [Conformance(444)]
    public async Task An_ERROR_is_an_answer_and_only_a_warning_until_strict()
    {
        using var folder = new PublishedStandIn("error");
        var run = await ValidateAsync(folder);
        Assert.Equal(0, run.ExitCode);
        Assert.True(Of(run, "smoke_errors").GetProperty("warning").GetBoolean());
        Assert.Contains("[1003]", Of(run, "smoke_errors").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, (await ValidateAsync(folder, "--strict")).ExitCode);
    }

    [Fact]
    [Conformance(421)]
    public async Task A_folder_without_a_manifest_fails_that_check_and_no_other()
    {
        using var folder = new PublishedStandIn();
        File.Delete(folder.InFolder("manifest.json"));
        var run = await ValidateAsync(folder);
        Assert.Equal(1, run.ExitCode);
        var only = Assert.Single(run.Json.GetProperty("checks").EnumerateArray());
        Assert.Equal("manifest_exists", only.GetProperty("name").GetString());
        Assert.Equal("manifest.json not found", only.GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("{", "manifest_load", "PV0002")]
    [InlineData("""{"name":"x"}""", "manifest_fields", "PV0003")]
    [InlineData("""{"name":"X y","version":"1","description":"d","entry_point":"a:B","supported_pids":["p"]}""", "manifest_identity", "PV0011")]
    [InlineData("""{"name":"x","version":"1.0.0","description":"d","entry_point":"a:B","supported_pids":["p","p"]}""", "supported_pids", "PV0021")]
    [InlineData("""{"name":"x","version":"1.0.0","description":"d","entry_point":"a:B","supported_pids":["p"],"steps":[{"index":1,"name":"a"},{"index":1,"name":"b"}]}""", "steps_unique", "PV003")]
    [InlineData("""{"name":"x","version":"1.0.0","description":"d","entry_point":"a:B","supported_pids":["p"],"steps":[{"index":1,"name":"a","params":[{"key":"k","type":"int","default":9,"max":5,"unit":"1"}]}]}""", "params_schema", "PV0042")]
    [InlineData("""{"name":"x","version":"1.0.0","description":"d","entry_point":"a:B","supported_pids":["p"],"required_assets":{"p":{"config":"assets/no.json"}}}""", "required_assets", "PV0054")]
    [Conformance(422, 423, 445)]
    public async Task A_manifest_is_judged_by_the_rules_of_the_compiler(string manifest, string check, string rule)
    {
        using var folder = new PublishedStandIn();
        await File.WriteAllTextAsync(folder.InFolder("manifest.json"), manifest, TestContext.Current.CancellationToken);
        var run = await ValidateAsync(folder);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("FAIL", Of(run, check).GetProperty("result").GetString());
        Assert.Contains(rule, Of(run, check).GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(run.Json.GetProperty("summary").GetProperty("failed").GetInt32(),
            run.Json.GetProperty("checks").EnumerateArray().Count(static c => c.GetProperty("result").GetString() == "FAIL"));
    }

    [Fact]
    [Conformance(419)]
    public async Task For_people_there_is_the_count_and_a_line_for_each_check_in_both_languages()
    {
        using var folder = new PublishedStandIn();
        var chinese = await ToolRun.OfAsync("validate", folder.Folder);
        Assert.StartsWith("校验结果: PASS | 通过: ", chinese.Out, StringComparison.Ordinal);
        Assert.Contains(" | 失败: 0", chinese.Out, StringComparison.Ordinal);
        Assert.Contains("✅ entry_import: imported", chinese.Out, StringComparison.Ordinal);
        var english = await ToolRun.OfAsync("validate", folder.Folder, "--lang", "en");
        Assert.StartsWith("Validation: PASS | passed: ", english.Out, StringComparison.Ordinal);
    }

    [Fact]
    [Conformance(439)]
    public async Task Full_has_the_platforms_names_and_tries_a_second_picture_and_the_corners()
    {
        using var folder = new PublishedStandIn();
        var run = await ValidateAsync(folder, "--full");
        Assert.Equal(0, run.ExitCode);
        string[] names = [.. Names(run)];
        foreach (string name in "adapter_start adapter_hello execute_result".Split(' '))
            Assert.Contains(name, names);
        Assert.Contains(folder.Calls, static call => call.GetProperty("user_params").TryGetProperty("roi", out var roi) && roi.ToString().Contains("639,479,1,1", StringComparison.Ordinal));
        Assert.Contains(folder.Calls, static call => call.GetProperty("image_meta").GetProperty("width").GetInt32() == 384);
    }

    [Fact]
    [Conformance(441)]
    public async Task The_picture_is_640x480_and_black_unless_another_is_given()
    {
        using var folder = new PublishedStandIn();
        await ValidateAsync(folder);
        Assert.All(folder.Calls, static call => Assert.Equal((640, 480),
            (call.GetProperty("image_meta").GetProperty("width").GetInt32(), call.GetProperty("image_meta").GetProperty("height").GetInt32())));
        File.Delete(folder.InFolder("record.jsonl"));
        await ValidateAsync(folder, "--image", folder.Picture);
        Assert.All(folder.Calls, static call => Assert.Equal(120, call.GetProperty("image_meta").GetProperty("width").GetInt32()));
    }

    [Fact]
    public async Task What_is_not_there_is_bad_input()
    {
        var run = await ToolRun.OfAsync("validate", "/no/such/folder", "--json");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("PVT02", run.Json.GetProperty("error").GetProperty("error_code").GetString());
    }

    [Fact]
    [Conformance(438, 527, 528)]
    public async Task A_zip_for_the_platform_is_opened_and_checked_alone()
    {
        using var zip = new TestZip("stand-in-1.0.0.zip", ("stand-in/manifest.json", PublishedStandIn.Manifest), ("stand-in/requirements.txt", ""), ("wheels/.keep", ""));
        var run = await ToolRun.OfAsync("validate", "--zip", zip.Path, "--json");
        Assert.Equal(0, run.ExitCode);
        foreach (string name in "zip_open zip_manifest zip_requirements zip_wheels zip_name".Split(' '))
            Assert.Equal("PASS", Of(run, name).GetProperty("result").GetString());
    }

    [Theory]
    [InlineData("zip_name", "other-1.0.0.zip", "manifest.json", "wheels/x", "requirements.txt")]
    [InlineData("zip_manifest", "stand-in-1.0.0.zip", "readme.txt", "wheels/x", "requirements.txt")]
    [InlineData("zip_wheels", "stand-in-1.0.0.zip", "manifest.json", "requirements.txt", "a.txt")]
    [InlineData("zip_requirements", "stand-in-1.0.0.zip", "manifest.json", "wheels/x", "a.txt")]
    [InlineData("zip_entries", "stand-in-1.0.0.zip", "manifest.json", "wheels/x", "../requirements.txt")]
    [InlineData("zip_entries", "stand-in-1.0.0.zip", "manifest.json", "Manifest.json", "a.txt")]
    [Conformance(438, 526, 530)]
    public async Task A_zip_that_the_platform_would_misread_fails_with_the_reason(string check, string name, params string[] entries)
    {
        using var zip = new TestZip(name, [.. entries.Select(static entry => (entry, entry == "manifest.json" ? PublishedStandIn.Manifest : ""))]);
        var run = await ToolRun.OfAsync("validate", zip.Path, "--json");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("FAIL", Of(run, check).GetProperty("result").GetString());
    }

    [Fact]
    [Conformance(438)]
    public async Task What_is_no_zip_fails_to_open()
    {
        using var zip = new TestZip("stand-in-1.0.0.zip");
        await File.WriteAllTextAsync(zip.Path, "no zip", TestContext.Current.CancellationToken);
        var run = await ToolRun.OfAsync("validate", zip.Path, "--json");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("FAIL", Of(run, "zip_open").GetProperty("result").GetString());
    }

    private static Task<ToolRun> ValidateAsync(PublishedStandIn folder, params string[] more) => ToolRun.OfAsync(["validate", folder.Folder, "--json", .. more]);

    private static IEnumerable<string> Names(ToolRun run) => run.Json.GetProperty("checks").EnumerateArray().Select(static check => check.GetProperty("name").GetString()!);

    private static JsonElement Of(ToolRun run, string name) =>
        run.Json.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == name);
}
