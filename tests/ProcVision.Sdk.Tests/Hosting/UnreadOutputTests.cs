using System.Globalization;

namespace ProcVision.Sdk.Tests.Hosting;

/// <summary>A host that lives and does not read: nothing is queued for it, nothing is lost when it reads again, and nothing keeps the end.</summary>
public class UnreadOutputTests
{
    private const int Pings = 20_000;

    public static TheoryData<int> Signals => [15, 2, 1];

    [Fact, Conformance(259)]
    public void Who_reads_again_gets_every_answer_and_nothing_was_queued_beyond_the_pipes()
    {
        using var algorithm = HostedAlgorithm.StartUnread();
        algorithm.Hello();
        algorithm.SendInBackground(Ping);
        algorithm.WaitUntilOutputIsFull();
        algorithm.WaitUntilInputIsFull();

        // 64 KiB in each pipe and our buffer hold some 150 of them; a queue would take all.
        Assert.InRange(algorithm.SentInBackground, 1, 1000);
        algorithm.ReadFrames();
        Assert.Equal("hello", algorithm.Read().Text("type"));
        for (var i = 0; i < Pings; i++)
        {
            algorithm.Read().IsPong(Id(i));
        }
    }

    [Theory, Conformance(515, 540)]
    [MemberData(nameof(Signals))]
    public void A_result_that_nobody_takes_keeps_neither_Teardown_nor_the_end(int signal)
    {
        using var algorithm = HostedAlgorithm.StartUnread(HostedAlgorithm.NoPatienceWithThePipe);
        algorithm.Hello();
        algorithm.Call("answer much");
        algorithm.WaitUntilOutputIsFull();
        algorithm.Signal(signal);

        Assert.Equal(0, algorithm.WaitForExit());
        Assert.Single(algorithm.Notes, "teardown done");
    }

    [Fact, Conformance(515, 539, 540)]
    public void A_pong_that_nobody_takes_during_a_step_keeps_neither_Teardown_nor_the_end()
    {
        using var algorithm = HostedAlgorithm.StartUnread(HostedAlgorithm.NoPatienceWithThePipe);
        algorithm.Hello();
        algorithm.Call("wait", 60_000, "long");
        algorithm.WaitForLine("step 1 starts");
        algorithm.SendInBackground(Ping);
        algorithm.WaitUntilOutputIsFull();
        algorithm.WaitUntilInputIsFull();
        algorithm.Signal(15);

        Assert.Equal(0, algorithm.WaitForExit());
        Assert.Equal(["step was cancelled", "step 1 finishes", "teardown", "teardown done"], algorithm.Notes.TakeLast(4));
    }

    [Fact, Conformance(515)]
    public void A_result_of_a_step_that_the_end_cancelled_and_that_nobody_takes_keeps_neither_Teardown_nor_the_end()
    {
        using var algorithm = HostedAlgorithm.StartUnread(HostedAlgorithm.NoPatienceWithThePipe);
        algorithm.Hello();
        algorithm.Call("answer much late");
        algorithm.WaitForLine("step 1 starts");
        algorithm.Signal(15);

        Assert.Equal(0, algorithm.WaitForExit());
        Assert.Equal(["step ended late", "step 1 finishes", "teardown", "teardown done"], algorithm.Notes.TakeLast(4));
    }

    [Fact, Conformance(307, 515)]
    public void A_last_frame_that_nobody_takes_does_not_keep_the_end()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a pipe of one page is made with F_SETPIPE_SZ");
        using var algorithm = HostedAlgorithm.StartUnread(("TEST_LIMITS", "1000 100 4000 30000"));
        algorithm.Hello();
        algorithm.FillOutput();
        algorithm.Send("""{"type":"shutdown"}""");

        Assert.Equal(0, algorithm.WaitForExit());
        Assert.Single(algorithm.Notes, "teardown done");
        Assert.Contains("nobody had read the last frame", algorithm.Stderr, StringComparison.Ordinal);
    }

    [Theory, Conformance(307, 515)]
    [InlineData(false)]
    [InlineData(true)]
    public void Answers_behind_a_shutdown_that_nobody_takes_keep_neither_Teardown_nor_the_end(bool duringAStep)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a pipe of one page is made with F_SETPIPE_SZ");
        using var algorithm = HostedAlgorithm.StartUnread(("TEST_LIMITS", "8000 100 10000 30000"));
        algorithm.Hello();
        algorithm.FillOutput();
        if (duringAStep)
        {
            algorithm.Call("wait", 60_000, "long");
            algorithm.WaitForLine("step 1 starts");
        }

        algorithm.SendTogether("""{"type":"shutdown"}""", """{"type":"ping"}""");

        Assert.Equal(0, algorithm.WaitForExit());
        Assert.Single(algorithm.Notes, "teardown done");
    }

    [Fact]
    public void A_host_that_closes_its_input_and_reads_late_gets_the_answer_whole()
    {
        using var algorithm = HostedAlgorithm.StartUnread(("TEST_LIMITS", "30000 100 35000 30000"));
        algorithm.Hello();
        algorithm.Call("answer much late");
        algorithm.WaitForLine("step 1 starts");
        algorithm.CloseInput();
        algorithm.WaitForLine("teardown done");
        algorithm.ReadFrames();

        Assert.Equal("hello", algorithm.Read().Text("type"));
        Assert.Equal("result", algorithm.Read().Text("type"));
        Assert.True(algorithm.OutputEnds());
        Assert.Equal(0, algorithm.WaitForExit());
    }

    private static string? Ping(int i) => i < Pings ? $$"""{"type":"ping","request_id":"{{Id(i)}}"}""" : null;

    private static string Id(int i) => i.ToString("D1000", CultureInfo.InvariantCulture);
}
