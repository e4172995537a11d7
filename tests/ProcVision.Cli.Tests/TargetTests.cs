namespace ProcVision.Cli.Tests;

public sealed class TargetTests
{
    [Fact]
    public async Task The_executable_named_like_the_algorithm_is_taken_among_several()
    {
        using var folder = new PublishedStandIn();
        folder.AddExecutable("a-tool", "exit 9");
        folder.AddExecutable("libx.so", "exit 9");
        Assert.Equal(0, (await folder.RunAsync()).ExitCode);
    }

    [Fact]
    public async Task Several_executables_without_that_name_are_named_and_one_can_be_given()
    {
        using var folder = new PublishedStandIn();
        File.Move(folder.InFolder("stand-in"), folder.InFolder("one"));
        folder.AddExecutable("two", "exit 9");
        var unclear = await folder.RunAsync();
        Assert.Equal(2, unclear.ExitCode);
        Assert.Contains(folder.InFolder("two"), unclear.Error, StringComparison.Ordinal);

        var given = await ToolRun.OfAsync("run", folder.InFolder("one"), "--pid", "p001", "--image", folder.Picture);
        Assert.Equal(0, given.ExitCode);
    }

    [Fact]
    [Conformance(512, "531C")]
    public async Task The_platforms_own_layout_runs_too()
    {
        using var folder = new PublishedStandIn();
        Directory.CreateDirectory(folder.InFolder("_env/bin"));
        File.Move(folder.InFolder("stand-in"), folder.InFolder("_env/bin/python"));
        Assert.Equal(0, (await folder.RunAsync()).ExitCode);
    }

    [Fact]
    public async Task Of_several_manifests_the_one_that_has_the_pid_is_taken()
    {
        using var folder = new PublishedStandIn();
        TwoManifests(folder, secondPid: "p009");
        var run = await folder.RunAsync("--pid", "p009");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(folder.InFolder("two"), folder.Recorded[0].GetProperty("cwd").GetString());
    }

    [Fact]
    public async Task Several_manifests_with_the_pid_are_named_and_one_can_be_given()
    {
        using var folder = new PublishedStandIn();
        TwoManifests(folder, secondPid: "p001");
        var unclear = await folder.RunAsync();
        Assert.Equal(2, unclear.ExitCode);
        Assert.Contains(folder.InFolder("one/manifest.json"), unclear.Error, StringComparison.Ordinal);
        Assert.Contains(folder.InFolder("two/manifest.json"), unclear.Error, StringComparison.Ordinal);

        var given = await folder.RunAsync("--manifest", "two/manifest.json");
        Assert.Equal(0, given.ExitCode);
        Assert.Equal(folder.InFolder("two"), folder.Recorded[0].GetProperty("cwd").GetString());
    }

    [Fact]
    public async Task A_project_that_does_not_build_shows_what_the_compiler_said_and_is_exit_code_2()
    {
        using var folder = new PublishedStandIn();
        File.WriteAllText(folder.InFolder("p.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
            </Project>
            """);
        File.WriteAllText(folder.InFolder("Program.cs"), "int x = \"no number\";");
        var run = await folder.RunAsync();
        Assert.Equal(2, run.ExitCode);
        Assert.Single(run.Error.Split('\n'), static line => line.Contains("Program.cs(1,9): error CS0029", StringComparison.Ordinal));
        Assert.Empty(folder.Recorded);
    }

    [Fact]
    public async Task A_project_is_built_and_what_it_made_is_started()
    {
        using var folder = new PublishedStandIn();
        File.Move(folder.InFolder("stand-in"), folder.InFolder("stand-in.sh"));
        File.WriteAllText(folder.InFolder("p.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
            </Project>
            """);
        // The built program hands its streams on to the stand-in.
        File.WriteAllText(folder.InFolder("Program.cs"), $$"""
            using var algorithm = System.Diagnostics.Process.Start(@"{{folder.InFolder("stand-in.sh")}}", args);
            algorithm.WaitForExit();
            """);
        var run = await folder.RunAsync("--json");
        Assert.Equal((0, ""), (run.ExitCode, run.ExitCode == 0 ? "" : run.Error));
        Assert.Equal(4, folder.Calls.Count);
        folder.AssertNothingIsLeft();
    }

    [Fact]
    public void A_path_with_spaces_stays_one_argument_of_a_program_without_an_executable_of_its_own() =>
        Assert.Equal(["exec", "/a folder/零件 1.dll", "--x"], ProjectTarget.Split("exec \"/a folder/零件 1.dll\"  --x"));

    private static void TwoManifests(PublishedStandIn folder, string secondPid)
    {
        Directory.CreateDirectory(folder.InFolder("one"));
        Directory.CreateDirectory(folder.InFolder("two"));
        File.Move(folder.InFolder("manifest.json"), folder.InFolder("one/manifest.json"));
        File.WriteAllText(
            folder.InFolder("two/manifest.json"),
            PublishedStandIn.Manifest.Replace("\"p001\", \"p002\"", $"\"{secondPid}\"", StringComparison.Ordinal));
    }
}
