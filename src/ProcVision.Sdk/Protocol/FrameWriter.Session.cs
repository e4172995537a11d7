using System.Text;

namespace ProcVision.Protocol;

internal sealed partial class FrameWriter
{
    /// <summary>The result of a session call (<c>session_values:v1</c>): the values of one session, for whoever looks at the detection.</summary>
    /// <param name="requestId">The call's id as raw JSON; empty without one.</param>
    /// <param name="sessionId">UTF-8, unescaped.</param>
    /// <param name="values">None for a session that is not there.</param>
    internal ReadOnlySpan<byte> Session(scoped ReadOnlySpan<byte> requestId, scoped ReadOnlySpan<byte> sessionId, IReadOnlyList<StoredValue> values)
    {
        Begin("result"u8, requestId);
        _frame.Raw(""","status":"OK","message":"","data":{"""u8);
        PhaseAndStep(CallPhase.Session, 0);
        _frame.Raw(",\"session\":{\"id\":"u8);
        _frame.Text(Encoding.UTF8.GetString(sessionId));
        _frame.Raw(",\"values\":["u8);
        var largest = new FieldSize("session", 0);
        for (var i = 0; i < values.Count; i++)
        {
            var value = values[i];
            _frame.Raw(i == 0 ? "{\"key\":"u8 : ",{\"key\":"u8);
            _frame.Text(value.Key);
            _frame.Raw(",\"type\":"u8);
            _frame.Text(value.Type);
            _frame.Raw(",\"value\":"u8);
            _frame.Raw(value.Json);
            _frame.Raw("}"u8);
            largest = largest.Larger(value.Key, value.Json.Length);
        }

        _frame.Raw("]}}}"u8);
        return _frame.Size > FrameLimits.Body ? TooLarge(requestId, CallPhase.Session, 0, largest) : Finish();
    }
}
