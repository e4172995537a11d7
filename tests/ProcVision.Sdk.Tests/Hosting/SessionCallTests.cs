using System.Text.Json;

namespace ProcVision.Sdk.Tests.Hosting;

/// <summary>The extension <c>session_values:v1</c>: what a detection has left, for whoever looks at it.</summary>
public class SessionCallTests
{
    [Fact]
    public void The_values_of_a_session_are_told_and_stay_there()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Call("count");
        algorithm.Read().IsResult("count");

        for (var i = 0; i < 2; i++)
        {
            Ask(algorithm, "s1");
            var answer = algorithm.Read();
            answer.IsResult("v");
            Assert.Equal(
                """{"phase":"session","step_index":0,"session":{"id":"s1","values":[{"key":"count","type":"int","value":1}]}}""",
                answer.GetProperty("data").GetRawText());
        }

        algorithm.Call("count", id: "again");
        Assert.Equal(2, algorithm.Read().Data("debug").GetProperty("count").GetInt32());
    }

    [Fact]
    public void A_session_that_is_not_there_has_no_values_and_is_not_made()
    {
        using var algorithm = HostedAlgorithm.Ready();
        Ask(algorithm, "never");
        Assert.Equal(0, algorithm.Read().Data("session").GetProperty("values").GetArrayLength());
    }

    [Fact]
    public void Values_are_there_after_a_step_that_threw()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Call("count");
        algorithm.Read().IsResult("count");
        algorithm.Call("throw");
        algorithm.Read().IsResult("throw", "ERROR");
        Ask(algorithm, "s1");
        Assert.Equal(1, algorithm.Read().Data("session").GetProperty("values").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"phase":"session","pid":"p009","session":{"id":"s1"}}""", "1001", "p009")]
    [InlineData("""{"phase":"session","session":{"id":"s1"}}""", "1001", "产品型号")]
    [InlineData("""{"phase":"session","pid":"p001"}""", "1006", "session.id")]
    [InlineData("""{"phase":"session","pid":"p001","session":7}""", "1006", "session")]
    [InlineData("""{"phase":"session","pid":7,"session":{"id":"s1"}}""", "1006", "pid")]
    public void A_call_that_names_no_session_is_refused_with_the_reason(string call, string code, string reason)
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Send($$"""{"type":"call","request_id":"v","data":{{call}}}""");
        var answer = algorithm.Read();
        answer.IsResult("v", "ERROR");
        Assert.Equal(code, answer.Text("error_code"));
        Assert.Contains(reason, answer.Text("message")!, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Number, answer.Data("step_index").ValueKind);
    }

    private static void Ask(HostedAlgorithm algorithm, string session) =>
        algorithm.Send($$"""{"type":"call","request_id":"v","data":{"phase":"session","pid":"p001","session":{"id":"{{session}}" } } }""");
}
