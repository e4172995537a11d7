using System.Buffers.Binary;
using System.Text.Json;

namespace ProcVision.Sdk.Tests.Hosting;

public class HandshakeTests
{
    [Fact, Conformance(271, 513)]
    public void Hello_is_the_first_thing_on_stdout_and_comes_in_one_write()
    {
        using var algorithm = HostedAlgorithm.StartUnread();
        var bytes = new byte[65536];

        // A pipe gives what one write put there; a split header would come alone.
        var count = algorithm.Output.Read(bytes);

        Assert.True(count > 4);
        Assert.Equal(count - 4, BinaryPrimitives.ReadInt32BigEndian(bytes));
        using var hello = JsonDocument.Parse(bytes.AsMemory(4, count - 4));
        Assert.Equal("hello", hello.RootElement.Text("type"));
    }

    [Fact, Conformance(272, 273, 274, "C42")]
    public void Hello_announces_what_works()
    {
        using var algorithm = HostedAlgorithm.Start();

        var hello = algorithm.Read();

        Assert.Equal(JsonValueKind.Number, hello.GetProperty("timestamp_ms").ValueKind);
        Assert.Equal(JsonValueKind.String, hello.GetProperty("sdk_version").ValueKind);
        var capabilities = hello.GetProperty("capabilities").EnumerateArray().Select(item => item.GetString()!).ToHashSet();
        Assert.Superset(
            new HashSet<string> { "ping", "call", "shutdown", "shared_memory:v1", "info", "setup", "teardown", "reset", "on_step_start", "on_step_finish", "deadline:v1", "session_values:v1", "session_state:v1" },
            capabilities);
    }

    [Fact, Conformance(278, 533)]
    public void Hello_comes_after_Setup()
    {
        using var algorithm = HostedAlgorithm.Start(("TEST_SETUP", "sleep 100"));
        Assert.Equal("hello", algorithm.Read().Text("type"));
        algorithm.CloseInput();

        Assert.Equal(0, algorithm.WaitForExit());
        Assert.Equal(["setup of First", "setup done", "teardown", "teardown done"], algorithm.Notes);
    }

    [Fact, Conformance(74, 75, 282, 516, 532)]
    public void A_failing_Setup_is_an_error_1003_in_place_of_hello_and_a_reason_on_stderr_and_ends_the_process()
    {
        using var algorithm = HostedAlgorithm.Start(("TEST_SETUP", "throw"));

        algorithm.Read().IsError(null, "1003", "the camera calibration is missing");
        Assert.True(algorithm.OutputEnds());
        Assert.Equal(1, algorithm.WaitForExit());
        Assert.Contains("the camera calibration is missing", algorithm.Stderr, StringComparison.Ordinal);
    }

    [Fact, Conformance(516)]
    public void A_missing_asset_is_an_error_1003_in_place_of_hello()
    {
        using var algorithm = HostedAlgorithm.Start(("TEST_ASSET", "no/such/model.onnx"));

        algorithm.Read().IsError(null, "1003", "model.onnx");
        Assert.Equal(1, algorithm.WaitForExit());
        Assert.Contains("model.onnx", algorithm.Stderr, StringComparison.Ordinal);
        Assert.Empty(algorithm.Notes);
    }

    [Fact, Conformance(310, 314)] // DESIGN §3
    public void Assets_are_looked_for_where_the_platform_deployed_the_package()
    {
        var folder = Directory.CreateTempSubdirectory("procvision-host");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "limits.json"), "{}");
            using var algorithm = HostedAlgorithm.Start(("TEST_ASSET", "limits.json"), ("PROC_ALGO_ROOT", folder.FullName));

            Assert.Equal("hello", algorithm.Read().Text("type"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact, Conformance(313, 511, 512)]
    public void The_command_line_of_the_platform_is_understood()
    {
        using var algorithm = HostedAlgorithm.Start(["-m", "procvision_algorithm_sdk.adapter", "--entry", "algorithm_example.main:Whatever"]);

        Assert.Equal("hello", algorithm.Read().Text("type"));
        algorithm.CloseInput();
        Assert.Equal(0, algorithm.WaitForExit());
        Assert.DoesNotContain("ignored", algorithm.Stderr, StringComparison.Ordinal);
    }

    [Fact, Conformance(309)]
    public void With_several_algorithms_the_class_of_the_entry_picks_one()
    {
        using var algorithm = HostedAlgorithm.Start(["--entry", "lines.main:Second"], ("TEST_ALGORITHMS", "two"), ("PROC_ENTRY_POINT", "lines.main:First"));

        Assert.Equal("hello", algorithm.Read().Text("type"));
        algorithm.WaitForLine("setup of Second");
    }

    [Theory, Conformance(186, 278, 516, 533)]
    [InlineData("two", "lines.main:Third", "First, Second")]
    [InlineData("two", "", "First, Second")]
    [InlineData("none", "lines.main:First", "[Algorithm]")]
    public void An_unknown_class_is_an_error_1004_in_place_of_hello_that_names_the_classes_there_are(string algorithms, string entry, string named)
    {
        using var algorithm = HostedAlgorithm.Start(["--entry", entry], ("TEST_ALGORITHMS", algorithms));

        algorithm.Read().IsError(null, "1004", named);
        Assert.True(algorithm.OutputEnds());
        Assert.Equal(1, algorithm.WaitForExit());
        Assert.Contains(named, algorithm.Stderr, StringComparison.Ordinal);
    }

    [Fact] // DESIGN §2
    public void An_algorithm_that_an_older_generator_wrote_is_refused_with_what_to_rebuild()
    {
        using var algorithm = HostedAlgorithm.Start(("TEST_ALGORITHMS", "old contract"));

        algorithm.Read().IsError(null, "1000", "Build the algorithm's project again");
        Assert.Equal(1, algorithm.WaitForExit());
    }

    [Fact, Conformance(279, "C26")]
    public void A_call_before_the_runners_hello_is_refused_and_served_after_it()
    {
        using var algorithm = HostedAlgorithm.Start();
        Assert.Equal("hello", algorithm.Read().Text("type"));

        algorithm.Call("ok", id: "early");
        algorithm.Read().IsError("early", "1000", "handshake");
        algorithm.Hello();
        algorithm.Call("ok", id: "late");
        algorithm.Read().IsResult("late");
    }

    [Fact, Conformance(283, 284, 288)]
    public void A_ping_is_answered_even_before_the_runners_hello_and_leaves_no_line_in_the_log()
    {
        using var algorithm = HostedAlgorithm.Start(("PROC_LOG_LEVEL", "debug"));
        Assert.Equal("hello", algorithm.Read().Text("type"));

        algorithm.Send("""{"type":"ping","request_id":"p1","timestamp_ms":1}""");

        algorithm.Read().IsPong("p1");
        algorithm.CloseInput();
        Assert.Equal(0, algorithm.WaitForExit());
        Assert.DoesNotContain("ping", algorithm.Stderr, StringComparison.Ordinal);
    }

    [Fact, Conformance(276, 277, 287)]
    public void Any_runners_hello_will_do()
    {
        using var algorithm = HostedAlgorithm.Start();
        Assert.Equal("hello", algorithm.Read().Text("type"));

        algorithm.Send("""{"type":"hello"}""");
        algorithm.Send("""{"type":"hello","runner_version":7,"capabilities":["x"],"unknown":{}}""");
        algorithm.Call("ok", id: "1");

        algorithm.Read().IsResult("1");
    }

    [Fact, Conformance(271, 513)] // DESIGN §7
    public void Frames_that_come_while_Setup_runs_are_answered_after_hello()
    {
        using var algorithm = HostedAlgorithm.Start(("TEST_SETUP", "sleep 200"));
        algorithm.SendTogether("""{"type":"hello"}""", """{"type":"ping","request_id":"p1"}""", HostedAlgorithm.CallFrame("ok", 0, "c1"));

        Assert.Equal("hello", algorithm.Read().Text("type"));
        algorithm.Read().IsPong("p1");
        algorithm.Read().IsResult("c1");
    }
}
