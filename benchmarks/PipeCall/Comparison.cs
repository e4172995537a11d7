using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;

namespace ProcVision.PipeCall;

/// <summary>Driver: the same call to both children in turns, so that whatever else the machine does meets both.</summary>
internal static class Comparison
{
    private const int CallsPerRound = 2000;

    internal static void Run(int rounds)
    {
        Pipe.PinTo(Environment.ProcessorCount - 1);
        var call = Frame("""
            {"type":"call","request_id":"3f2a6c1e-5b7d-4e8f-9a0b-1c2d3e4f5a6b","timestamp_ms":1732345678901,"data":{"phase":"execute","step_index":1,
            "pid":"p001","session":{"id":"session-1732345678000","context":{"product_code":"A01","operator":"line-3","trace_id":"trace-1732345678000"}},
            "user_params":{"roi":{"x":100,"y":120,"width":800,"height":600},"exposure":12.5},"shared_mem_id":"session-1732345678000:cam-01:1",
            "image_meta":{"width":1920,"height":1200,"timestamp_ms":1732345678900,"camera_id":"cam-01"}}}
            """);
        using var algorithm = new Child("algorithm");
        _ = algorithm.Receive();
        algorithm.Send(Frame("""{"type":"hello","runner_version":"1.0.0"}"""));
        algorithm.Send(call);
        var result = algorithm.Receive();
        if (result.IndexOf("\"result_status\":\"OK\""u8) < 0)
        {
            throw new InvalidOperationException($"the call failed: {Encoding.UTF8.GetString(result)}");
        }

        var resultLength = result.Length;
        using var echo = new Child("echo", $"{resultLength}");

        List<double> echoTimes = [], callTimes = [], ratios = [];
        (long Echo, long Call) cpu = default;
        Round(echo, call, 10 * CallsPerRound);
        Round(algorithm, call, 10 * CallsPerRound);
        for (var round = 0; round < rounds; round++)
        {
            cpu.Echo -= echo.CpuNanoseconds;
            var bare = Round(echo, call, CallsPerRound);
            cpu.Echo += echo.CpuNanoseconds;
            cpu.Call -= algorithm.CpuNanoseconds;
            var real = Round(algorithm, call, CallsPerRound);
            cpu.Call += algorithm.CpuNanoseconds;
            echoTimes.Add(bare);
            callTimes.Add(real);
            ratios.Add(real / bare);
        }

        var calls = (double)rounds * CallsPerRound;
        Console.WriteLine($"call {call.Length} bytes, result {resultLength} bytes, {rounds} rounds of {CallsPerRound}, all on CPU {Environment.ProcessorCount - 1}");
        Console.WriteLine($"                     bare echo   no-op call   ratio");
        Console.WriteLine($"round trip, median   {Median(echoTimes),6:0.00} µs   {Median(callTimes),7:0.00} µs   {Median(ratios):0.00}");
        Console.WriteLine($"CPU of the child     {cpu.Echo / calls / 1000,6:0.00} µs   {cpu.Call / calls / 1000,7:0.00} µs   {(double)cpu.Call / cpu.Echo:0.00}");
    }

    /// <summary>The median round trip of a round in microseconds.</summary>
    private static double Round(Child child, byte[] call, int count)
    {
        var times = new double[count];
        for (var i = 0; i < count; i++)
        {
            var began = Stopwatch.GetTimestamp();
            child.Send(call);
            _ = child.Receive();
            times[i] = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
        }

        Array.Sort(times);
        return times[count / 2];
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private static byte[] Frame(string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        var frame = new byte[4 + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, body.Length);
        body.CopyTo(frame, 4);
        return frame;
    }
}
