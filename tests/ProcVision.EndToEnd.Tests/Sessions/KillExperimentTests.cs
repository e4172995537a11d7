namespace ProcVision.EndToEnd.Tests.Sessions;

public sealed class KillExperimentTests
{
    [Theory]
    [InlineData("PublishFirst")]
    [InlineData("OneCell")]
    public async Task A_writer_that_tears_values_is_found(string mistake)
    {
        var run = await KillExperiment.RunAsync("kill", "20", mistake);
        Assert.Equal(1, run.ExitCode);
        Assert.True(run.Torn > 0, run.Output);
    }

    [Fact]
    public async Task A_writer_that_loses_values_is_found()
    {
        var run = await KillExperiment.RunAsync("kill", "20", "EmptyWhileWriting");
        Assert.Equal(1, run.ExitCode);
        Assert.True(run.Lost > 0, run.Output);
    }

    [Fact]
    public async Task In_a_right_writer_nothing_is_found()
    {
        var run = await KillExperiment.RunAsync("kill", "20", "Correct");
        Assert.Equal((0, 20L, 0L, 0L), (run.ExitCode, run.Kills, run.Torn, run.Lost));
    }
}
