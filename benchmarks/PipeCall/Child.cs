using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;

namespace ProcVision.PipeCall;

/// <summary>This executable started again in another role, with its pipes as bare descriptors.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process _process;
    private readonly int _input;
    private readonly int _output;
    private readonly byte[] _buffer = new byte[65536];

    internal Child(params string[] role)
    {
        _process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, role) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        _input = Descriptor(_process.StandardInput.BaseStream);
        _output = Descriptor(_process.StandardOutput.BaseStream);
    }

    /// <summary>Nanoseconds of CPU that all threads of the child have had.</summary>
    internal long CpuNanoseconds => Directory.GetDirectories($"/proc/{_process.Id}/task")
        .Sum(task => long.Parse(File.ReadAllText(Path.Combine(task, "schedstat")).Split(' ')[0], CultureInfo.InvariantCulture));

    internal void Send(byte[] frame) => Pipe.Write(_input, frame);

    internal ReadOnlySpan<byte> Receive()
    {
        var length = Pipe.ReadFrame(_output, _buffer);
        return length > 0 ? _buffer.AsSpan(0, length) : throw new IOException("the child has ended");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static int Descriptor(Stream stream) => (int)((PipeStream)stream).SafePipeHandle.DangerousGetHandle();
}
