using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using ProcVision.Runner;

namespace ProcVision.SupervisionCost;

/// <summary>One call, three ways, in turns: the frames over bare pipes, a process of the Runner, and the same under supervision.</summary>
internal static class Calls
{
    private const int Rounds = 30, CallsPerRound = 500;

    public static async Task MeasureAsync(string noOp)
    {
        using var rig = new Rig(noOp);
        using var bare = new BareChild(noOp);
        await using var process = await AlgorithmProcess.StartAsync(rig.Launch, rig.Images, Rig.Timings);
        await using var supervised = rig.Supervise();
        await using var unkept = rig.Supervise(new() { MaxRetries = 0 });
        List<double> bareTimes = [], processTimes = [], unkeptTimes = [], supervisedTimes = [];
        for (int round = -5; round < Rounds; round++)
        {
            // The first rounds are for the just-in-time compiler.
            double[] medians = [bare.Round(CallsPerRound), await RoundAsync(process, rig), await RoundAsync(unkept, rig), await RoundAsync(supervised, rig)];
            if (round < 0)
                continue;
            bareTimes.Add(medians[0]);
            processTimes.Add(medians[1]);
            unkeptTimes.Add(medians[2]);
            supervisedTimes.Add(medians[3]);
        }

        double floor = Rig.Median(bareTimes);
        Console.WriteLine($"call, frames over bare pipes          {floor,7:0.0} µs");
        Console.WriteLine($"call, AlgorithmProcess                {Rig.Median(processTimes),7:0.0} µs   {Rig.Median(processTimes) / floor:0.00}");
        Console.WriteLine($"call, supervised, without retries     {Rig.Median(unkeptTimes),7:0.0} µs   {Rig.Median(unkeptTimes) / floor:0.00}");
        Console.WriteLine($"call, supervised, the session is kept {Rig.Median(supervisedTimes),7:0.0} µs   {Rig.Median(supervisedTimes) / floor:0.00}");
    }

    private static async Task<double> RoundAsync(IHostedAlgorithm algorithm, Rig rig)
    {
        var call = rig.Call;
        var times = new List<double>(CallsPerRound);
        for (int i = 0; i < CallsPerRound; i++)
        {
            long began = Stopwatch.GetTimestamp();
            var answer = await algorithm.CallAsync(call);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
            if (!answer.IsOk)
                throw new InvalidOperationException(answer.Message);
        }

        return Rig.Median(times);
    }

    /// <summary>The adapter without any Runner.</summary>
    private sealed class BareChild : IDisposable
    {
        private readonly Process _process;
        private readonly Stream _input, _output;
        private readonly byte[] _buffer = new byte[65536];
        private readonly byte[] _call = Frame("""
            {"type":"call","request_id":"r-1","timestamp_ms":1732345678901,"data":{"phase":"execute","step_index":1,"pid":"p001","session":{"id":"s-1732345678000",
            "context":{"product_code":"p001","operator":"dev","trace_id":"trace-1732345678000"}},"user_params":{"roi":{"x":100,"y":120,"width":800,"height":600},"exposure":12.5},
            "shared_mem_id":"session-1732345678000:cam-01:1","image_meta":{"width":1920,"height":1200,"timestamp_ms":1732345678900,"camera_id":"cam-01"}}}
            """);

        public BareChild(string noOp)
        {
            _process = Process.Start(new ProcessStartInfo(noOp, ["algorithm"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
            (_input, _output) = (_process.StandardInput.BaseStream, _process.StandardOutput.BaseStream);
            Receive();
            Send(Frame("""{"type":"hello","runner_version":"1.0.0"}"""));
        }

        public double Round(int calls)
        {
            var times = new List<double>(calls);
            for (int i = 0; i < calls; i++)
            {
                long began = Stopwatch.GetTimestamp();
                Send(_call);
                Receive();
                times.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
            }

            return Rig.Median(times);
        }

        public void Dispose()
        {
            _input.Close();
            _process.WaitForExit();
            _process.Dispose();
        }

        private static byte[] Frame(string json)
        {
            byte[] body = Encoding.UTF8.GetBytes(json.ReplaceLineEndings(""));
            byte[] frame = [0, 0, 0, 0, .. body];
            BinaryPrimitives.WriteInt32BigEndian(frame, body.Length);
            return frame;
        }

        private void Send(byte[] frame)
        {
            _input.Write(frame);
            _input.Flush();
        }

        private void Receive()
        {
            _output.ReadExactly(_buffer, 0, 4);
            _output.ReadExactly(_buffer, 0, BinaryPrimitives.ReadInt32BigEndian(_buffer));
        }
    }
}
