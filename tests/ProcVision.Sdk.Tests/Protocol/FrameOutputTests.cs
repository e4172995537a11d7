using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using CsCheck;
using ProcVision.Fuzz.Frames;
using ProcVision.Protocol;

namespace ProcVision.Sdk.Tests.Protocol;

/// <summary>Whatever an author gives, what goes out is strict JSON within the limit.</summary>
public sealed class FrameOutputTests : IDisposable
{
    private const int TooLong = 700_000;

    /// <summary>UTF-16 of every kind: halves of pairs alone, the wrong way round and at the ends, and everything JSON writes as an escape.</summary>
    private static readonly Gen<string> Text = Gen.Frequency(
        (4, (IGen<char>)Gen.Char['a', 'z']), (2, Gen.Char['\u0000', '\u001F']), (2, Gen.OneOf('"', '\\', '/', '\u007F', '料', '\u2028', '\uFFFF', '\uFEFF')),
        (1, Gen.Char['\uD800', '\uDBFF']), (1, Gen.Char['\uDC00', '\uDFFF'])).Array[0, 40].Select(units => new string(units));

    private static readonly Gen<double> Number = Gen.Frequency(
        (3, (IGen<double>)Gen.Double), (1, Gen.Double[0, 1]), (1, Gen.OneOf(double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0, double.Epsilon, double.MaxValue)));

    private static readonly Gen<Rect> Box = Gen.Select(Gen.Int, Gen.Int, Gen.Int, Gen.Int, (x, y, width, height) => new Rect(x, y, width, height));

    private static readonly Gen<CallOutcome> Outcome = Gen.Select(
        Gen.Bool, Gen.OneOf(0, 0, 0, 1002, 9999), Text, Gen.Select(Box, Text, Number, (box, label, score) => new DefectRect(box, label, score)).Array[0, 4],
        Gen.Select(Box, Text, Number, (box, label, score) => new PositionRect(box, label, score)).Array[0, 4], Gen.Select(Text, Text, Number).Array[0, 5],
        Gen.Bool, Make);

    private readonly FrameWriter _writer = new(FixedClock.Instance);

    public void Dispose() => _writer.Dispose();

    [Fact]
    [Conformance(163, 258, 260, 262, 297, 543, "C21")]
    public void Whatever_texts_and_numbers_an_author_gives_the_frame_is_strict_JSON_with_the_same_texts() => Outcome.Sample(
        outcome =>
        {
            using var writer = new FrameWriter(FixedClock.Instance);
            using var frame = Strict(writer.Result("\"r\""u8, outcome));
            var data = frame.RootElement.GetProperty("data");
            var isNg = outcome.Error is null && outcome is { Phase: Phase.Execute, Verdict: Verdict.Ng };
            var message = (isNg ? data.GetProperty("ng_reason") : frame.RootElement.GetProperty("message")).GetString();
            Assert.Equal(outcome.Error is null && outcome.Phase == Phase.Execute && !isNg ? "" : Sendable(outcome.Message), message);
            Assert.Equal(outcome.Error?.ToString(null, null), frame.RootElement.TryGetProperty("error_code", out var code) ? code.GetString() : null);
            Assert.Equal(outcome.Positions!.Select(position => Sendable(position.Label)), Labels(data, "position_rects"));
            if (isNg)
            {
                Assert.Equal(outcome.Defects!.Take(outcome.DefectCount).Select(defect => Sendable(defect.Label)), Labels(data, "defect_rects"));
            }
        },
        Seeded.WriteLine,
        iter: 3_000);

    [Fact]
    [Conformance(261, 517, "C21")]
    public void A_result_over_the_limit_becomes_an_error_that_names_the_field_whichever_it_is()
    {
        var text = new string('字', TooLong);
        var place = new Rect(1, 2, 3, 4);
        var ok = new CallOutcome { Phase = Phase.Execute, Step = 1, Verdict = Verdict.Ok, Message = "" };
        Names("message", ok with { Phase = Phase.Pre, Message = text });
        Names("message", CallOutcome.Failed(Phase.Execute, 1, 1002, text));
        Names("ng_reason", ok with { Verdict = Verdict.Ng, Message = text });
        Names("position_rects", ok with { Positions = [new(place, text, 1)] });
        Names("defect_rects", ok with { Verdict = Verdict.Ng, Message = "m", Defects = [new(place, text, 1)], DefectCount = 1 });
        Names("calibration_rects", ok with { Phase = Phase.Pre, Message = "m", Calibration = [new(place, text)] });
        Names("debug", ok with { Diagnostics = Published(("key", text)) });
        Names("debug", ok with { Diagnostics = Published((text, "value")) });
        Names("own", ok with { Extra = new("own", Encoding.UTF8.GetBytes($"\"{text}\""), null) });
        Names("字", ok with { Extra = new(text, "1"u8.ToArray(), null) });
    }

    [Fact]
    [Conformance(292, 301)]
    public void Every_frame_there_is_echoes_the_id_as_strict_JSON()
    {
        var id = "\"\\u6599 \\ud834\\udd1e \\\" 1\""u8.ToArray();
        foreach (var frame in new Func<byte[]>[]
        {
            () => _writer.Pong(id).ToArray(), () => _writer.Busy(id).ToArray(), () => _writer.Error(id, 1000, "\uD800").ToArray(),
            () => _writer.Info(id, "{}"u8).ToArray(), () => _writer.Done(id, CallPhase.Reset, 1).ToArray(),
            () => _writer.Failed(id, CallPhase.Pre, 1, 1006, "program", "\uDC00\uD800").ToArray(), () => _writer.Session(id, "s\u0001"u8, []).ToArray(),
        })
        {
            using var read = Strict(frame());
            Assert.Equal(Encoding.UTF8.GetString(id), read.RootElement.GetProperty("request_id").GetRawText());
        }
    }

    private static CallOutcome Make(
        bool isPre, int error, string message, DefectRect[] defects, PositionRect[] positions, (string Key, string Text, double Number)[] published, bool isNg) => new()
        {
            Phase = isPre ? Phase.Pre : Phase.Execute,
            Step = 1,
            Error = error == 0 ? null : error,
            Message = message,
            Verdict = error != 0 ? Verdict.None : isNg ? Verdict.Ng : Verdict.Ok,
            Defects = defects,
            DefectCount = defects.Length,
            Positions = positions,
            // Texts that differ in halves of pairs alone become the same one: keys are told apart by a number.
            Diagnostics = Published([.. published.SelectMany((one, i) => new (string, object)[] { ($"{i}{one.Key}", one.Text), ($"{i}n{one.Key}", one.Number) })]),
        };

    private static Diagnostics Published(params (string Key, object Value)[] values)
    {
        var diagnostics = new Diagnostics();
        diagnostics.Open();
        foreach (var (key, value) in values)
        {
            if (value is double number)
            {
                diagnostics.Publish(key, number);
            }
            else
            {
                diagnostics.Publish(key, (string)value);
            }
        }

        diagnostics.Close();
        return diagnostics;
    }

    /// <summary>What UTF-8 can carry of a text.</summary>
    private static string Sendable(string? text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""));

    private static IEnumerable<string?> Labels(JsonElement data, string list) =>
        data.GetProperty(list).EnumerateArray().Select(rect => rect.GetProperty("label").GetString());

    private static JsonDocument Strict(ReadOnlySpan<byte> frame)
    {
        Assert.Equal(frame.Length - 4, BinaryPrimitives.ReadInt32BigEndian(frame));
        Assert.InRange(frame.Length - 4, 2, 2 * 1024 * 1024);
        var body = frame[4..].ToArray();
        _ = Answer.Read(body);
        return JsonDocument.Parse(body);
    }

    private void Names(string field, CallOutcome outcome)
    {
        using var frame = Strict(_writer.Result("\"r\""u8, outcome));
        var top = frame.RootElement;
        Assert.Equal(("result", "r", "ERROR", "1000"), (
            top.GetProperty("type").GetString(), top.GetProperty("request_id").GetString(), top.GetProperty("status").GetString(), top.GetProperty("error_code").GetString()));
        Assert.Matches($"^结果过大: \\d+ 字节 > 2097152，其中 {field}.{{0,40}} 占 \\d+ 字节$", top.GetProperty("message").GetString());
    }
}
