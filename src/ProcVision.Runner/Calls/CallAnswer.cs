using System.Text.Json;

namespace ProcVision.Runner;

/// <summary>How one call ended: what the algorithm answered, or what the Runner has to say in its place.</summary>
public sealed record CallAnswer
{
    internal CallAnswer(JsonElement frame, CallAnswerSource source, TimeSpan elapsed)
    {
        Frame = frame;
        Source = source;
        Elapsed = elapsed;
    }

    /// <summary>The whole frame; one of type <c>error</c> when the Runner made it.</summary>
    public JsonElement Frame { get; init; }

    /// <summary>
    /// The frame that the algorithm really sent, when it was not accepted as an answer (conformance 146, 158, 215, 216); an undefined element
    /// otherwise. For people and logs only: it is no result.
    /// </summary>
    public JsonElement Refused { get; init; }

    /// <summary>The frame as it came, accepted or not, before anything untidy was put right; an undefined element when none came.</summary>
    internal JsonElement Received { get; init; }

    /// <summary>Who gave the answer.</summary>
    public CallAnswerSource Source { get; }

    /// <summary>How often the call was made: 0 when it was refused before, mostly 1; above 1 <see cref="Warnings"/> say what the earlier attempts ended with (conformance 187).</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>From sending the call to having the answer, of the last attempt.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>What an integrator should know although the call is valid, for example that rectangles were cut (C18).</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Whether the call succeeded. That the part is not good is no failure (conformance 159).</summary>
    public bool IsOk => Source == CallAnswerSource.Result && Frame.Text("status") == "OK";

    /// <summary>The code of an ERROR; null for OK, and when the algorithm gave none (today's SDK drops it, C21).</summary>
    public string? ErrorCode => IsOk ? null : Frame.Text("error_code");

    /// <summary><c>recoverable</c>, <c>fatal</c> or <c>program</c> where an exception ended the call (C5); else null.</summary>
    public string? ErrorKind => IsOk ? null : Frame.Text("error_kind");

    /// <summary>The message; empty when there is none.</summary>
    public string Message => Frame.Text("message") ?? "";

    /// <summary>The verdict of an execute call that succeeded.</summary>
    public Verdict Verdict => !IsOk ? Verdict.None : Data.Text("result_status") switch
    {
        "OK" => Verdict.Ok,
        "NG" => Verdict.Ng,
        _ => Verdict.None,
    };

    /// <summary>The <c>data</c> of the frame; an undefined element when there is none.</summary>
    public JsonElement Data => Frame.Member("data");

    /// <summary>The <c>data</c> to show to people: that of the refused frame when there is one, for it shows what was wrong.</summary>
    public JsonElement ShownData => Refused.ValueKind == JsonValueKind.Undefined ? Data : Refused.Member("data");
}
