using System.Diagnostics;
using System.Text.Json.Nodes;

namespace ProcVision.EndToEnd.Tests;

/// <summary>The README's first command, as a user types it.</summary>
[Collection(PublishedExample.Sources)]
public class MainJobTests
{
    [Theory]
    [InlineData("p001", "pca_test1.jpg", 6)]
    [InlineData("p002", "coins.png", 24)]
    public void Run_inspects_a_real_photograph_from_a_project_folder(string pid, string photograph, int parts)
    {
        var (exit, output, notes) = Run(pid, Path.Combine(Repository.Root, "samples/AlgorithmExample/images", photograph));

        Assert.True(exit == 0, notes + output);
        var report = JsonNode.Parse(output)!;
        Assert.Equal("OK", (string?)report["execute"]!["data"]!["result_status"]);
        Assert.Equal(parts, report["execute"]!["data"]!["position_rects"]!.AsArray().Count);
        Assert.Equal(2, report["steps"]!.AsArray().Count);
        var values = report["session"]!["values"]!.AsArray();
        Assert.Equal(["Light", "Tray"], values.Select(value => (string?)value!["key"]));
        Assert.True((int)values[1]!["value"]!["Width"]! > 0, values.ToJsonString());
        Assert.Contains("roi", notes, StringComparison.Ordinal); // a required rect that is not given is the whole image, with a note
    }

    [Fact]
    public void Run_refuses_a_pid_that_the_manifest_does_not_have()
    {
        var (exit, _, notes) = Run("p003", Repository.Blades);

        Assert.Equal(2, exit); // found before anything was started
        Assert.Contains("1001", notes, StringComparison.Ordinal);
        Assert.Contains("p001", notes, StringComparison.Ordinal);
    }

    private static (int Exit, string Output, string Notes) Run(string pid, string image)
    {
        using var tool = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "exec", Repository.Tool, "run", Path.Combine(Repository.Root, "samples/AlgorithmExample"), "--pid", pid, "--image", image, "--json",
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var notes = tool.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = tool.StandardOutput.ReadToEnd();
        tool.WaitForExit();
        return (tool.ExitCode, output, notes.GetAwaiter().GetResult());
    }
}
