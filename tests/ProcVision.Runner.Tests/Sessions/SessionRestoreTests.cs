namespace ProcVision.Runner.Tests.Sessions;

/// <summary>Keeping a session and putting it back; what algorithms see of it is shown by the retries.</summary>
public sealed class SessionRestoreTests
{
    private static readonly SessionIdentity Session = SessionIdentity.ForDevelopment("p001");

    [Fact]
    public void Putting_it_back_moves_it_to_other_memory_and_takes_the_old_one_from_whoever_holds_it()
    {
        using var pool = SessionRegions.Open();
        using var region = pool.Rent(Session, "a");
        var (name, generation) = (region.Name, region.Generation);
        region.Keep();
        region.Restore();
        Assert.NotEqual(name, region.Name);
        Assert.Equal(generation, region.Generation);
        Assert.Empty(region.Read().Problems);
        // And once more from the same copy.
        region.Restore();
        Assert.Empty(region.Read().Problems);
    }

    [Fact]
    public void What_one_detection_kept_is_nothing_that_the_next_one_can_be_put_back_to()
    {
        using var pool = SessionRegions.Open(most: 1);
        using (var first = pool.Rent(Session, "a"))
            first.Keep();
        using var second = pool.Rent(Session, "a");
        Assert.Equal("nothing was kept", Assert.Throws<InvalidOperationException>(second.Restore).Message);
    }

    [Fact]
    public void Nothing_is_kept_or_put_back_while_a_call_has_it()
    {
        using var pool = SessionRegions.Open();
        using var region = pool.Rent(Session, "a");
        region.Keep();
        region.BeginCall();
        Assert.Throws<InvalidOperationException>(region.Keep);
        Assert.Throws<InvalidOperationException>(region.Restore);
        region.EndCall();
        region.Restore();
    }

    [Fact]
    public void As_many_restores_as_one_likes_leave_as_many_regions_as_there_are_detections()
    {
        using var pool = SessionRegions.Open(most: 1);
        using (var region = pool.Rent(Session, "a"))
        {
            region.Keep();
            for (int i = 0; i < 100; i++)
                region.Restore();
        }

        pool.Rent(Session, "a").Dispose();
        // Other tests have a few of their own meanwhile.
        Assert.InRange(Directory.GetFiles("/dev/shm", $"procvision-session-{Environment.ProcessId}-*").Length, 1, 50);
    }
}
