using System.Buffers.Binary;

namespace ProcVision.PipeCall;

/// <summary>The floor: reads a frame, writes a frame of the length a result has, and understands neither.</summary>
internal static class Echo
{
    internal static void Run(int replyLength)
    {
        var buffer = new byte[65536];
        var reply = new byte[replyLength];
        BinaryPrimitives.WriteInt32BigEndian(reply, replyLength - 4);
        while (Pipe.ReadFrame(0, buffer) > 0)
        {
            Pipe.Write(1, reply);
        }
    }
}
