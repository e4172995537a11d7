using System.Diagnostics;
using System.Text;

namespace ProcVision.EndToEnd.Tests;

/// <summary>The program with which docs/runner.md begins.</summary>
[Collection(PublishedExample.Sources)]
public sealed class HostingSampleTests(PublishedExample example)
{
    [Fact]
    public void The_document_shows_the_whole_program()
    {
        string program = File.ReadAllText(Path.Combine(Repository.Root, "samples/Hosting/Program.cs"));
        Assert.Contains("```csharp\n" + program + "```", File.ReadAllText(Path.Combine(Repository.Root, "docs/runner.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_inspects_one_picture_after_the_other_with_one_process_and_leaves_nothing()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Repository.Hosting, example.Executable, Repository.Blades, Repository.Brick, Path.Combine(Repository.Root, "README.md") },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using var hosting = Process.Start(start)!;
        var error = hosting.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string[] said = (await hosting.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await hosting.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, hosting.ExitCode);
        Assert.Equal("pca_test1.jpg: Ok, 2 values kept, Ready", said[0].TrimEnd());
        Assert.StartsWith("brick.png: Error [1006]", said[1], StringComparison.Ordinal);
        Assert.StartsWith("README.md: 不是 JPEG 或 PNG", said[2], StringComparison.Ordinal);
        Assert.Single((await error).Split('\n'), static line => line.EndsWith("Starting → Running", StringComparison.Ordinal));
    }
}
