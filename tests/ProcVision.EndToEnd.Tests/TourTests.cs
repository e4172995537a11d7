using ProcVision.EndToEnd.Tests.Packages;

namespace ProcVision.EndToEnd.Tests;

/// <summary>The way of an author from nothing to a delivered package, as the script <c>tests/Tour/tour</c> goes it.</summary>
[Collection(PublishedExample.Sources)]
public sealed class TourTests
{
    [Fact]
    public void From_nothing_to_a_package_that_runs_in_both_languages()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the script is for a Unix shell");
        var (exit, output, error) = Command.Run(Path.Combine(Repository.Root, "tests/Tour/tour"), Path.GetTempPath());
        TestContext.Current.TestOutputHelper!.WriteLine(output);
        Assert.True(exit == 0, output + error);
        Assert.EndsWith("done\n", output, StringComparison.Ordinal);
    }
}
