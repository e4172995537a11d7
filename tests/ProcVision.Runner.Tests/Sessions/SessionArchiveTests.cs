using System.Text.Json.Nodes;

namespace ProcVision.Runner.Tests.Sessions;

/// <summary>What is kept of a session when its detection is over.</summary>
public sealed class SessionArchiveTests
{
    [Fact]
    [Conformance(24, 35)]
    public void The_session_of_an_ended_detection_is_archived_and_by_its_name_too()
    {
        using var pool = SessionRegions.Open();
        using var region = pool.Rent(SessionIdentity.ForDevelopment("p001"), "algorithm-example");
        using (var memory = SharedMemory.Open(region.Name, writable: true))
            new Session("s", SessionContext.Empty, SessionStore.Attach(memory, region.Generation)).Set("retry_count", 2);
        region.End();

        var archive = JsonNode.Parse(SessionArchive.Of(region))!.AsObject();

        Assert.Equal(
            ["id", "pid", "algorithm", "generation", "context", "state_store", "values", "size", "times", "problems"],
            archive.Select(static member => member.Key));
        Assert.Equal(region.Session.Id, (string?)archive["id"]);
        Assert.Equal("algorithm-example", (string?)archive["algorithm"]);
        Assert.Equal("""{"retry_count":2}""", archive["state_store"]!.ToJsonString());
        Assert.Equal("""[{"key":"retry_count","type":"int","bytes":4}]""", archive["values"]!.ToJsonString());
        Assert.True((long)archive["times"]!["archived_ms"]! >= (long)archive["times"]!["begun_ms"]!);
        var again = JsonNode.Parse(SessionArchive.Of(region.Name))!.AsObject();
        Assert.Equal(archive["state_store"]!.ToJsonString(), again["state_store"]!.ToJsonString());
    }

    [Fact]
    public void A_region_that_has_been_given_back_or_never_was_is_not_archived()
    {
        using var pool = SessionRegions.Open();
        var region = pool.Rent(SessionIdentity.ForDevelopment("p001"), "a");
        region.Dispose();
        Assert.Throws<ObjectDisposedException>(() => SessionArchive.Of(region));
        Assert.Throws<SessionRegionException>(() => SessionArchive.Of("nobody"));
    }
}
