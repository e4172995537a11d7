namespace ProcVision.EndToEnd.Tests.Sessions;

public sealed class KillExperimentTests
{
    [Fact]
    public async Task Five_hundred_killed_writers_tear_nothing_and_lose_nothing()
    {
        var run = await KillExperiment.RunAsync("kill", "500");
        Assert.Equal((0, 500L, 0L, 0L), (run.ExitCode, run.Kills, run.Torn, run.Lost));
        Assert.True(run.InFlight > 50, $"only {run.InFlight} were in the middle of a write");
    }

    [Fact]
    public async Task A_hundred_killed_owners_leave_one_detection_each_and_no_memory()
    {
        var run = await KillExperiment.RunAsync("owners", "100");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(" readings beside and after them: 0 wrong", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PublishFirst")]
    [InlineData("OneCell")]
    public async Task A_writer_that_tears_values_is_found(string mistake)
    {
        var run = await KillExperiment.RunAsync("kill", "200", mistake);
        Assert.Equal(1, run.ExitCode);
        Assert.True(run.Torn > 0, run.Output);
    }

    [Fact]
    public async Task A_writer_that_loses_values_is_found()
    {
        var run = await KillExperiment.RunAsync("kill", "200", "EmptyWhileWriting");
        Assert.Equal(1, run.ExitCode);
        Assert.True(run.Lost > 0, run.Output);
    }

    [Fact]
    public async Task In_a_right_writer_nothing_is_found()
    {
        var run = await KillExperiment.RunAsync("kill", "200", "Correct");
        Assert.Equal((0, 200L, 0L, 0L), (run.ExitCode, run.Kills, run.Torn, run.Lost));
    }
}
