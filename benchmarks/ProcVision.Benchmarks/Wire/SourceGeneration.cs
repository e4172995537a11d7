using System.Buffers;
using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ProcVision.Benchmarks.Wire;

/// <summary>The same work as a team would write it first: System.Text.Json source generation, writer and buffer reused.</summary>
internal sealed class SourceGeneration : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly Utf8JsonWriter _json;
    private readonly List<WireRect> _positions;

    internal SourceGeneration(PositionRect[] positions)
    {
        _json = new(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _positions = [.. positions.Select(p => new WireRect { X = p.Box.X, Y = p.Box.Y, Width = p.Box.Width, Height = p.Box.Height, Label = p.Label, Score = p.Score })];
    }

    public void Dispose() => _json.Dispose();

    internal int Answer(ReadOnlySpan<byte> body)
    {
        var call = JsonSerializer.Deserialize(body, WireJson.Default.WireCall);
        if (call?.Data is not { UserParams: { } parameters, ImageMeta: { } meta } data)
        {
            throw new InvalidOperationException("The recorded call is right.");
        }

        if (parameters.Threshold is not (>= 0.5 and <= 0.9 and 0.75) || parameters.Mode != "accurate" || meta.Width != 1920)
        {
            throw new InvalidOperationException("The recorded call was read wrongly.");
        }

        _buffer.ResetWrittenCount();
        _buffer.Advance(4);
        _json.Reset();
        JsonSerializer.Serialize(
            _json,
            new WireResult
            {
                RequestId = call.RequestId,
                TimestampMs = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(),
                Data = new() { Phase = data.Phase, StepIndex = data.StepIndex, PositionRects = _positions },
            },
            WireJson.Default.WireResult);
        var frame = System.Runtime.InteropServices.MemoryMarshal.AsMemory(_buffer.WrittenMemory).Span;
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length - 4);
        return frame.Length;
    }
}
