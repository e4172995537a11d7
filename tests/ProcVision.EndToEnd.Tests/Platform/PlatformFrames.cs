using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProcVision.EndToEnd.Tests.Platform;

/// <summary>
/// The platform's side of the two pipes with the habits of its reader: a header that comes alone is never put together with its body
/// (conformance 513), invalid JSON is skipped, an array or invalid UTF-8 kills the child (517).
/// </summary>
internal sealed class PlatformFrames
{
    private readonly BlockingCollection<JsonObject> _messages = [];
    private readonly Lock _writing = new();
    private readonly Stream _input;
    private readonly Stream _output;
    private readonly Action<string> _log;
    private readonly Action _kill;
    private readonly Thread _reader;

    /// <param name="input">The child's standard input.</param>
    /// <param name="output">The child's standard output.</param>
    /// <param name="log">The platform's log.</param>
    /// <param name="kill">Ends the child.</param>
    internal PlatformFrames(Stream input, Stream output, Action<string> log, Action kill)
    {
        (_input, _output, _log, _kill) = (input, output, log, kill);
        _reader = new Thread(Read) { IsBackground = true, Name = "platform reader" };
        _reader.Start();
    }

    /// <summary>A pong came.</summary>
    internal event Action? Pong;

    /// <summary>The child's output has ended and every message of it was taken.</summary>
    internal bool IsAtEnd => _messages.IsCompleted;

    /// <summary>Sends a message by one write, its text with ASCII escapes (262).</summary>
    internal void Send(JsonObject message)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(message);
        var frame = new byte[4 + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, body.Length);
        body.CopyTo(frame, 4);
        lock (_writing)
        {
            _input.Write(frame);
            _input.Flush();
        }
    }

    /// <summary>The next message but for pongs; null when none came in time or none comes any more.</summary>
    internal JsonObject? Take(TimeSpan patience) => _messages.TryTake(out var message, patience) ? message : null;

    /// <summary>Waits for the end of the child's output, which the kernel brings about when the child ends and a blocked reader sees at once.</summary>
    internal bool WaitForEnd(TimeSpan patience) => _reader.Join(patience);

    private void Read()
    {
        var chunk = new byte[65536];
        var pending = new MemoryStream();
        var isLost = false;
        try
        {
            for (int count; (count = _output.Read(chunk)) > 0;)
            {
                if (pending.Length == 0 && count <= 4)
                {
                    _log("split header");
                    isLost = true;
                }

                if (!isLost)
                {
                    pending.Write(chunk, 0, count);
                    pending = Cut(pending);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or DecoderFallbackException)
        {
            _log($"reader: {exception.Message}");
            _kill();
        }

        _messages.CompleteAdding();
    }

    /// <summary>Delivers the whole frames and keeps the rest.</summary>
    private MemoryStream Cut(MemoryStream pending)
    {
        var bytes = pending.GetBuffer().AsSpan(0, (int)pending.Length);
        while (bytes.Length >= 4 && BinaryPrimitives.ReadUInt32BigEndian(bytes) is var length && length <= bytes.Length - 4)
        {
            Deliver(bytes.Slice(4, (int)length));
            bytes = bytes[(4 + (int)length)..];
        }

        var rest = new MemoryStream();
        rest.Write(bytes);
        return rest;
    }

    private void Deliver(ReadOnlySpan<byte> body)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(body);
        JsonNode? message;
        try
        {
            message = JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            _log("invalid JSON is skipped");
            return;
        }

        // Of an array it would ask for a key.
        var frame = message as JsonObject ?? throw new InvalidOperationException("the message is no object");
        if ((string?)frame["type"] == "pong")
        {
            Pong?.Invoke();
        }
        else
        {
            _messages.Add(frame);
        }
    }
}
